import { describe, expect, it } from "vitest";
import { finish, standingAt } from "../../simulate/aCase.ts";
import { ann, work } from "../../simulate/aPattern.ts";
import { approvalOf, taskOf, timerOf } from "../../simulate/aProcess.ts";
import type { Simulation } from "../../simulate/simulation.ts";
import { planFor, takenOver, type TakeOver } from "../../simulate/takenOver.ts";
import { NO_MAPPING } from "./mapping.ts";
import { begunAnew, mappingBack, stoodOf, type Stood } from "./stood.ts";

const days = (amount: number) => ({ amount, unit: "day" as const, calendar: "elapsed" as const });
const timed = (due: number, rung: number) =>
  ({ ...taskOf("ann"), sla: { due: days(due), ladder: [{ after: days(rung), action: { do: "remind" } }] } }) as never;
const ofTask = (due: number, rung: number) => work({ a: timed(due, rung), b: ann }, [["a", "b", "timeout"]]);
const ofTimer = (amount: number) => work({ a: timerOf(amount), b: ann }, [["a", "b"]]);
const inRow = work({ a: ann, b: taskOf("bob") }, [["a", "b"]]);
const inOne = work({ a: ann }, []);

/** What is told of a case besides how often something has happened to it. */
const stands = ({ state, tasks }: Simulation) => {
  const { seq: _seq, waits, ...rest } = state;
  const told = waits.map(({ id: _id, ...wait }) => JSON.stringify(wait)).toSorted();
  return { ...rest, waits: told, dues: [...tasks.values()].map(({ key, dueAt }) => [key, dueAt]) };
};

const duesOf = ({ tasks, state }: Simulation): Stood["dues"] =>
  Object.fromEntries(
    state.waits.flatMap((wait) =>
      wait.kind === "task" && wait.token !== null ? [[wait.token, tasks.get(wait.id)?.dueAt ?? null]] : [],
    ),
  );

/** Taken over, and back a day later: as it stood before, as it stands, and the steps that have begun anew. */
const thereAndBack = ({ from, to, play, mapping, timers = "kept" }: TakeOver) => {
  const before = takenOver({ from, to: from, ...(play ? { play } : {}) });
  const simulation = takenOver({ from, to: from, ...(play ? { play } : {}) });
  const stood = stoodOf(simulation.state, duesOf(simulation));
  const told = { ...NO_MAPPING, ...mapping };
  const home = simulation.plan;
  simulation.migrate(planFor(to), { mapping: told, timers });
  const alarms = simulation.state.waits.flatMap((wait) => (wait.kind === "timer" ? [wait.dueAt] : []));
  simulation.migrate(home, { mapping: mappingBack(told, simulation.state, stood), back: stood });
  return { before, simulation, anew: begunAnew(stood, simulation.state), alarms };
};

const onThe3rd = (simulation: Simulation): void => simulation.skipTo("2027-01-03T00:00:00.000Z");

const rows: readonly (TakeOver & { readonly name: string })[] = [
  { name: "a timer that began anew", from: ofTimer(5), to: ofTimer(9), timers: "restarted" },
  { name: "a timer by the new version", from: ofTimer(5), to: ofTimer(9), timers: "new" },
  { name: "work with its ladder, begun anew", from: ofTask(5, 4), to: ofTask(9, 8), timers: "restarted" },
  { name: "a rung that had rung, and was set again", from: ofTask(5, 1), to: ofTask(9, 8), timers: "restarted" },
  { name: "a step without its ladder", from: ofTask(5, 4), to: work({ a: ann, b: ann }, []), timers: "kept" },
  {
    name: "a timer under another id",
    from: ofTimer(5),
    to: work({ z: timerOf(9), b: ann }, [["z", "b"]], {
      stages: { work: { entry: "z", steps: { z: timerOf(9), b: ann } } },
    }),
    mapping: { nodes: { a: "z" } },
    timers: "new",
  },
];

describe("a case that is taken back", () => {
  it.each(rows)("stands where it stood: $name", (row) => {
    const { before, simulation, anew } = thereAndBack({ play: onThe3rd, ...row });
    expect(stands(simulation)).toEqual(stands(before));
    expect(anew).toEqual([]);
  });

  it("had other times in between", () => {
    const { alarms, simulation } = thereAndBack({ from: ofTimer(5), to: ofTimer(9), timers: "new", play: onThe3rd });
    const back = simulation.state.waits.flatMap((wait) => (wait.kind === "timer" ? [wait.dueAt] : []));
    expect([alarms, back]).toEqual([["2027-01-10T00:00:00.000Z"], ["2027-01-06T00:00:00.000Z"]]);
  });

  it("goes to the step that it stood at where two have become one", () => {
    const mapping = { nodes: { b: "a" } };
    const atA = thereAndBack({ from: inRow, to: inOne, mapping });
    const atB = thereAndBack({ from: inRow, to: inOne, mapping, play: (it) => finish(it, "a") });
    expect([standingAt(atA.simulation), standingAt(atB.simulation)]).toEqual([["a"], ["b"]]);
  });

  it("says which step has begun anew because it was another kind in between", () => {
    const from = work({ a: ann }, []);
    const to = work({ a: approvalOf(["bob"]) }, []);
    const { simulation, anew } = thereAndBack({ from, to, mapping: { nodes: { a: "a" } } });
    expect([standingAt(simulation), anew]).toEqual([["a"], ["a"]]);
  });
});
