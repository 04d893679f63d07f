import { describe, expect, it } from "vitest";
import { aCase, finish, incidentsOf, openAt, refusedWith } from "../simulate/aCase.ts";
import {
  aProcess,
  approvalOf,
  taskOf,
  type ProcessDraft,
  type StepDraft,
  type WireDraft,
} from "../simulate/aProcess.ts";
import type { Simulation } from "../simulate/simulation.ts";
import type { Actor, Intervention } from "./event.ts";

const ann = taskOf("ann");
const machine: Actor = { kind: "system", name: "carrier" };

const running = (
  steps: { readonly [id: string]: StepDraft },
  wires: readonly WireDraft[],
  more: Partial<ProcessDraft> = {},
): Simulation =>
  aCase(
    aProcess({
      stages: { work: { entry: Object.keys(steps)[0] as string, steps } },
      wires: [["start", "work"], ...wires],
      ...more,
    }),
    { processes: { other: 1 } },
  );

const admin = (simulation: Simulation, act: Intervention) =>
  simulation.send({ type: "intervene", act, reason: "needed" }, { kind: "person", personId: "admin" });
const incident = (simulation: Simulation): string => simulation.state.incidents[0]?.id ?? "none";

describe("effects and incidents", () => {
  const effect = (settings: Partial<Extract<StepDraft, { kind: "action" }>> = {}): StepDraft => ({
    kind: "action",
    block: "webhook",
    inputs: {},
    retries: 1,
    ...settings,
  });

  it("are tried again by the clock, once however often a failure is told, then by an admin", () => {
    const simulation = running({ a: effect(), z: ann }, [["a", "z"]]);
    simulation.effectFailed("a", "down");
    expect(simulation.effectFailed("a", "down").answer).toBe("superseded");
    simulation.skipTo("2027-01-01T00:01:00.000Z");
    simulation.effectFailed("a", "down");
    expect(incidentsOf(simulation)).toEqual(["EFFECT_FAILED"]);
    expect(simulation.effectFailed("a", "down").answer).toBe("superseded");

    admin(simulation, { do: "retry", incident: incident(simulation) });
    simulation.effectDone("a");

    expect([incidentsOf(simulation), openAt(simulation)]).toEqual([[], ["z: ann"]]);
  });

  it.each([
    {
      name: "takes its error wire when there is one",
      wires: [["a", "z", "error"]] as WireDraft[],
      unknown: false,
      incidents: [],
      open: ["z: ann"],
    },
    {
      name: "asks a person when nobody knows whether it happened",
      wires: [["a", "z", "error"]] as WireDraft[],
      unknown: true,
      incidents: ["EFFECT_OUTCOME_UNKNOWN"],
      open: [],
    },
  ])("$name", ({ wires, unknown, incidents, open }) => {
    const simulation = running({ a: effect({ retries: 0, onUnknown: "ask" }), z: ann }, wires);

    simulation.effectFailed("a", "down", unknown);

    expect([incidentsOf(simulation), openAt(simulation)]).toEqual([incidents, open]);
  });

  it("are undone newest first when the case is cancelled", () => {
    const undoing = effect({ compensateWith: "webhook" });
    const simulation = running({ a: undoing, b: undoing, z: ann }, [
      ["a", "b"],
      ["b", "z"],
    ]);
    simulation.effectDone("a");
    simulation.effectDone("b");

    const answer = admin(simulation, { do: "cancel" });

    expect(answer.answer === "advanced" ? answer.wanted.map((it) => it.node) : []).toEqual(["b", "a"]);
  });

  it("undone for an incident leave it to be decided", () => {
    const simulation = running({ a: effect({ compensateWith: "webhook" }), b: effect({ retries: 0 }) }, [["a", "b"]]);
    simulation.effectDone("a");
    simulation.effectFailed("b", "down");

    admin(simulation, { do: "compensate", incident: incident(simulation) });

    expect(incidentsOf(simulation)).toEqual(["EFFECT_FAILED"]);
  });

  it("skipping an alarm never skips the approval it belongs to", () => {
    const sla = {
      due: { amount: 1, unit: "day" as const, calendar: "elapsed" as const },
      ladder: [
        {
          after: { amount: 1, unit: "day" as const, calendar: "elapsed" as const },
          action: { do: "addSigner" as const, who: [{ by: "expression" as const, expression: "record.nothing" }] },
        },
      ],
    };
    const simulation = running({ a: approvalOf(["ann"], { sla }), z: ann }, [["a", "z"]]);
    simulation.skipTo("2027-01-02T00:00:00.000Z");
    expect(incidentsOf(simulation)).toEqual(["GUARD_BROKEN"]);

    admin(simulation, { do: "skip", incident: incident(simulation) });

    expect([incidentsOf(simulation), openAt(simulation)]).toEqual([[], ["a: ann"]]);
  });

  it("end with the branch they stand in", () => {
    const simulation = running(
      { p: { kind: "parallel" }, a: effect(), b: ann, j: { kind: "join", wait: { for: "first" } }, z: ann },
      [
        ["p", "a"],
        ["p", "b"],
        ["a", "j"],
        ["b", "j"],
        ["j", "z"],
      ],
    );

    finish(simulation, "b");

    expect([simulation.effects.size, openAt(simulation)]).toEqual([0, ["z: ann"]]);
  });
});

describe("lists", () => {
  it("of 500 run side by side within the state's limit; of 501 are refused", () => {
    const definition = aProcess({
      variables: { list: "list", results: "list" },
      stages: {
        one: {
          entry: "a",
          steps: { a: { kind: "subprocess", process: "other", each: "vars.list", outcomesTo: "results" } },
        },
      },
      wires: [["start", "one"]],
    });
    const ids = (count: number) =>
      Array.from({ length: count }, (_, index) => `0193a000-0000-7000-8000-${String(index).padStart(12, "0")}`);
    const world = { processes: { other: 1 } };

    expect(refusedWith(aCase(definition, world, { list: ids(501) }))).toHaveLength(1);
    expect(
      aCase(definition, world, { list: Array.from({ length: 500 }, (_, index) => index) }).state.waits,
    ).toHaveLength(500);
  });

  it("keep the order of the list, whatever ends first", () => {
    const simulation = running(
      { a: { kind: "subprocess", process: "other", each: "['x', 'y']", outcomesTo: "results" }, z: ann },
      [["a", "z"]],
      { variables: { results: "list" } },
    );
    const [first, second] = simulation.state.waits.map((wait) => wait.id);
    for (const [childKey, outcome] of [
      [second, "two"],
      [first, "one"],
    ])
      simulation.send({ type: "childEnded", childKey: childKey ?? "", outcome: outcome ?? null }, machine);

    expect(simulation.state.variables).toEqual({ results: ["one", "two"] });
  });
});
