import { checkDefinition, LONGEST_EXPRESSION, type ProcessDefinition } from "@sluice/process";
import { ann, branch, checkedIn, type StepDraft, work } from "@sluice/process/drafts";
import { describe, expect, it } from "vitest";
import type { Finding } from "../problems/finding.ts";
import { createCanvasStore } from "../store/canvasStore.ts";
import { fixesOf } from "./fixesOf.ts";
import { pressFix } from "./pressFix.ts";

const found = (definition: ProcessDefinition, code: string): readonly Finding[] =>
  checkDefinition(definition, checkedIn).filter((finding) => finding.code === code);
const offered = (definition: ProcessDefinition, code: string) =>
  found(definition, code).flatMap((finding) => fixesOf(definition, finding));

const condition = (when: string): ProcessDefinition =>
  work({ b: branch, x: ann, y: ann }, [
    ["b", "x", `when ${when}`],
    ["b", "y", "default"],
  ]);

describe("a fix is withheld", () => {
  it("where evidence would be for everybody afterwards", () => {
    const evidenceFor = (...evidence: string[]) => work({ a: { ...ann, permissions: { evidence } } as StepDraft });
    expect(offered(evidenceFor("nobody"), "UNKNOWN_ROLE")).toEqual([]);
    expect(offered(evidenceFor("nobody", "ann"), "UNKNOWN_ROLE").map(({ does }) => does)).toEqual(["takeOut"]);
  });

  it("where the condition would be too long for one afterwards", () => {
    const long = (length: number) => {
      const start = "record.discount > 0.1 || '";
      return condition(`${start}${"x".repeat(length - start.length - 8)}' == 'y'`);
    };
    const grown = "record.?discount.orValue(decimal('0'))".length - "record.discount".length;
    const does = (length: number) => offered(long(length), "FIELD_MAY_BE_EMPTY").map((it) => it.does);
    expect([does(LONGEST_EXPRESSION - grown), does(LONGEST_EXPRESSION - grown + 1)]).toEqual([["countEmpty"], []]);
  });
});

describe("a field that was meant in an address", () => {
  it("stands there as it is kept, for a program reads it", () => {
    const inputs = { url: { value: "https://shop.example/?of={{编号}}" } };
    const store = createCanvasStore(work({ a: { kind: "action", block: "webhook", inputs } }));
    const [fix] = offered(store.getState().definition, "PLACEHOLDER_AS_WRITTEN");
    if (!fix) throw new Error("nothing is offered");
    pressFix(store, fix);
    expect(store.getState().definition.nodes.find(({ id }) => id === "a")).toMatchObject({
      inputs: { url: { expression: '"https://shop.example/?of=" + text(record.?number)' } },
    });
  });
});

describe("what is told of one condition", () => {
  it("is bounded, however much is wrong with it", () => {
    const wrong = Array.from({ length: 30 }, (_, index) => `record.f${index} > 1`).join(" && ");
    expect(found(condition(wrong), "UNKNOWN_FIELD")).toHaveLength(20);
  });
});
