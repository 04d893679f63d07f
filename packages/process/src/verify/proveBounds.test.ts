import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import type { Control } from "../definition/control.ts";
import type { ProcessDefinition } from "../definition/processDefinition.ts";
import { aProcess, taskOf, timerOf, type WireDraft } from "../simulate/aProcess.ts";
import {
  alone,
  asked,
  big,
  controlled,
  neverBefore,
  passes,
  self,
  sent,
  signed,
  stage,
  step,
  verdictOf,
  type Steps,
} from "./aControlled.ts";
import { Grounds } from "./grounds.ts";
import { prove } from "./prove.ts";

describe("the proof of a control point", () => {
  it.each([
    { name: "past the bound of states", limits: { states: 2, ways: 1_000 } },
    { name: "past the bound of ways", limits: { states: 1_000, ways: 2 } },
  ])("is not proved $name, and never called proved", ({ limits }) => {
    expect(verdictOf(controlled(asked(), passes(big)), limits)?.verdict).toBe("notProved");
  });

  it("comes to the same on every machine, for what is looked at is counted and not timed", () => {
    const definition = controlled(asked(), passes("record.total >= 101"));
    const limits = { states: 1_000, ways: 60 };
    const [first, slow] = [verdictOf(definition, limits), verdictOf(definition, limits)];
    expect(slow).toEqual(first);
    expect(verdictOf(definition)).toMatchObject({ verdict: "proved" });
  });

  it("looks first at what another question has worked out, whatever that has cost", () => {
    const definition: ProcessDefinition = {
      ...aProcess(alone({ onSelf: "allow" })),
      controls: [{ id: "a", must: "atMostOnce", point: stage("gone") }, { id: "b", ...self } as Control],
    };
    const grounds = new Grounds(definition, { schemas: recordSchemas, limits: { states: 1_000, ways: 10 } });
    expect(prove(grounds).map(({ verdict }) => verdict)).toEqual(["notProved", "refuted"]);
  });

  it("is found false with 17 paths beside each other, where their order does not matter, in few states", () => {
    const names = Array.from({ length: 17 }, (_, index) => `t${index}`);
    const steps: Steps = {
      p: { kind: "parallel" },
      ...Object.fromEntries(names.map((name) => [name, taskOf("ann")])),
      j: { kind: "join" },
      w: timerOf(1),
    };
    const wires = [
      ...names.flatMap((name): WireDraft[] => [
        ["p", name],
        [name, "j"],
      ]),
      ["j", "w"],
      ["w", "sent"],
    ];
    const draft = sent(steps, wires as readonly WireDraft[]);

    expect(verdictOf(controlled(draft, neverBefore(step("t16", "done"))))).toMatchObject({ verdict: "proved" });
    expect(verdictOf(controlled(draft, neverBefore(step("t16", "done"))))?.states).toBeLessThanOrEqual(200);
    expect(verdictOf(controlled(draft, neverBefore(signed)))).toMatchObject({ verdict: "refuted" });
  });
});
