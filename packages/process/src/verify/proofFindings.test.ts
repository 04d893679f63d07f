import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import { checkDefinition } from "../check/checkDefinition.ts";
import { aProcess, approvalOf } from "../simulate/aProcess.ts";
import { aNet } from "./aNet.ts";
import { proofFindings } from "./proofFindings.ts";

const codesIn = (definition: Parameters<typeof proofFindings>[0], limits?: { states: number; ways: number }) =>
  proofFindings(definition, { schemas: recordSchemas, ...(limits ? { limits } : {}) }).map(({ code }) => code);

describe("what exploring every path finds", () => {
  it.each([
    { name: "nothing in a sound net", net: "p1>t1 p1>t2 t1>j1 t2>j1 j1>t3", codes: [] },
    {
      name: "joins that wait for each other",
      net: "p1>t1 p1>t2 t1>j1 t2>j2 j1>t3 t3>j2 j2>t4 t4>j1",
      codes: ["STUCK_FOR_EVER", "NEVER_REACHED", "NEVER_REACHED"],
    },
    { name: "a circle without a way out", net: "t1>t2 t2>t1", codes: ["NEVER_ENDS"] },
    { name: "paths that meet without a join", net: "p1>t1 p1>t2 t1>t3 t2>t3", codes: ["RUNS_TWICE"] },
    { name: "an end beside work", net: "p1>t1 p1>t2 t1>E1 t2>t3", codes: ["CUTS_OFF_WORK", "CUTS_OFF_WORK"] },
  ])("$name", ({ net, codes }) => {
    expect(codesIn(aNet(net))).toEqual(codes);
  });

  it("says of a control point that fails what would mend it, and shows the way in both languages", () => {
    const definition = {
      ...aProcess({
        stages: {
          draft: { moves: { submit: { to: "work", trigger: { by: "person" } } } },
          work: { entry: "a", steps: { a: approvalOf(["ann"], { onSelf: "allow" }) } },
          sent: { final: "done" },
        },
        wires: [
          ["start", "draft"],
          ["a", "sent", "outcome approved"],
          ["a", "draft", "outcome rejected"],
          ["a", "draft", "outcome withdrawn"],
        ],
      }),
      controls: [
        {
          id: "self",
          must: "notSamePerson" as const,
          point: { at: "initiator" as const },
          other: { at: "step" as const, step: "a", outcome: "approved" },
        },
      ],
    };
    expect(checkDefinition(definition).filter(({ severity }) => severity === "error")).toEqual([]);

    expect(proofFindings(definition, { schemas: recordSchemas })).toMatchObject([
      {
        severity: "error",
        code: "CONTROL_POINT_FAILS",
        node: "a",
        path: "controls.0",
        message: {
          en: "Not kept on every path: the start and “a” approved never by the same person.",
          zh: "并非每条路径都满足：发起与“a”同意不得为同一人。",
        },
        fix: { en: expect.stringContaining("Never approve one's own"), zh: expect.stringContaining("自批") },
        example: [{ at: "start" }, { at: "draft" }, { at: "a", actor: { kind: "person" }, stage: "sent" }],
      },
    ]);
    expect(codesIn(definition, { states: 1, ways: 100 })).toEqual(["CONTROL_POINT_NOT_PROVED"]);
  });

  it.each([
    {
      name: "because there is too much to look at",
      settings: { limits: { states: 1, ways: 100 } },
      why: "too many states",
    },
    { name: "because it was stopped", settings: { isStopped: () => true }, why: "no time" },
  ])("tells why a control point is not proved: $name", ({ settings, why }) => {
    const definition = {
      ...aNet("t1>t2 t2>t3"),
      controls: [{ id: "c", must: "atMostOnce" as const, point: { at: "step" as const, step: "t3" } }],
    };
    expect(proofFindings(definition, { schemas: recordSchemas, ...settings })).toMatchObject([
      { severity: "warning", code: "CONTROL_POINT_NOT_PROVED", message: { en: expect.stringContaining(why) } },
    ]);
  });

  it("is done with a thousand steps", () => {
    const chain = Array.from({ length: 989 }, (_, index) => `t${index}>t${index + 1}`).join(" ");
    expect(codesIn(aNet(chain))).toEqual([]);
  });
});
