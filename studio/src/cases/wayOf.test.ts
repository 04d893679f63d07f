import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../canvas/fixture/aQuoteProcess.ts";
import { wayOf } from "./wayOf.ts";

const been = new Set(["inApproval", "approval", "discount", "manager", "ready", "split", "print"]);
const idsOf = (definition = aQuoteProcess()) => wayOf(definition, (id) => been.has(id)).map(({ id }) => id);

describe("the way that a case came", () => {
  it("is read stage by stage, from where each is entered", () => {
    expect(idsOf().indexOf("discount")).toBeLessThan(idsOf().indexOf("manager"));
    expect(idsOf().indexOf("manager")).toBeLessThan(idsOf().indexOf("split"));
    expect(idsOf().indexOf("ready")).toBeLessThan(idsOf().indexOf("split"));
  });

  it("is the same in whatever order its steps were drawn", () => {
    const drawn = aQuoteProcess();
    expect(idsOf({ ...drawn, nodes: drawn.nodes.toReversed() })).toEqual(idsOf(drawn));
  });

  it("leaves out stages and steps that it never was at", () => {
    expect(wayOf(aQuoteProcess(), () => false)).toEqual([]);
  });
});
