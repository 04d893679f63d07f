import { describe, expect, it } from "vitest";
import { checkDefinition } from "../check/checkDefinition.ts";
import { aCase, openAt, refusedWith } from "../simulate/aCase.ts";
import { aProcess, approvalOf, guardOf, taskOf, timerOf, type StepDraft } from "../simulate/aProcess.ts";
import type { Simulation } from "../simulate/simulation.ts";
import { despatch } from "./interleaving.ts";

const done = { do: "complete", outcome: "done" } as const;
const claim = { do: "claim" } as const;

type Deed = readonly [who: string, node: string, act: typeof done | typeof claim];

const after = (deeds: readonly Deed[]): { readonly simulation: Simulation; readonly refused: readonly string[] } => {
  const simulation = aCase(aProcess(despatch()));
  const refused = deeds.flatMap(([who, node, act]) => {
    simulation.act(who, node, act);
    return refusedWith(simulation);
  });
  return { simulation, refused };
};

describe("WCP-17 interleaved parallel routing", () => {
  it.each<{ name: string; order: readonly string[] }>([
    { name: "pick, pack, invoice", order: ["pick", "pack", "invoice"] },
    { name: "pick, invoice, pack", order: ["pick", "invoice", "pack"] },
    { name: "invoice, pick, pack", order: ["invoice", "pick", "pack"] },
  ])("is done in the order people choose: $name", ({ order }) => {
    const { simulation, refused } = after(
      order.flatMap((node): readonly Deed[] => [
        ["ann", node, claim],
        ["ann", node, done],
      ]),
    );

    expect([refused, openAt(simulation)]).toEqual([[], ["z: cat"]]);
  });

  it.each<{ name: string; act: typeof done | typeof claim }>([
    { name: "is not begun", act: claim },
    { name: "is not done at a stroke", act: done },
  ])("while one is worked on another $name", ({ act }) => {
    const { simulation, refused } = after([
      ["ann", "pick", claim],
      ["bob", "invoice", act],
    ]);

    expect([refused, openAt(simulation)]).toEqual([["TASK_WAITS_ITS_TURN"], ["pick: ann", "invoice: ann,bob"]]);
  });

  it("what has been begun is not laid aside, but may be handed over", () => {
    const { simulation } = after([["ann", "pick", claim]]);

    simulation.act("ann", "pick", { do: "release" });
    expect(refusedWith(simulation)).toEqual(["VERB_NOT_AVAILABLE"]);
    simulation.act("ann", "pick", { do: "transfer", to: "bob" });
    simulation.act("bob", "invoice", claim);
    expect(refusedWith(simulation)).toEqual(["TASK_WAITS_ITS_TURN"]);
  });

  it.each<{ name: string; invoice: StepDraft; codes: string[] }>([
    { name: "an approval", invoice: approvalOf(["ann"]), codes: ["TURNS_NEED_TASKS"] },
    { name: "a guard that holds", invoice: guardOf("hold", "record.total > 1"), codes: ["TURNS_NEED_TASKS"] },
    { name: "a timer", invoice: timerOf(1), codes: ["TURNS_NEED_TASKS"] },
    { name: "a task", invoice: taskOf("ann"), codes: [] },
  ])("of $name: what cannot be begun by people is refused", ({ invoice, codes }) => {
    const errors = checkDefinition(aProcess(despatch(invoice))).filter(({ severity }) => severity === "error");

    expect(errors.map(({ code }) => code)).toEqual(codes);
  });
});
