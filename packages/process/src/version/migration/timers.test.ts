import { describe, expect, it } from "vitest";
import { ann, work } from "../../simulate/aPattern.ts";
import { taskOf, timerOf, type MoveDraft, type StageDraft } from "../../simulate/aProcess.ts";
import { takenOver } from "../../simulate/takenOver.ts";
import type { TimerChoice } from "./mapping.ts";

const day = (amount: number) => ({ amount, unit: "day" as const, calendar: "elapsed" as const });
const timed = (due: number, ...rungs: readonly number[]): NonNullable<StageDraft["steps"]>[string] =>
  ({
    ...taskOf("ann"),
    sla: { due: day(due), ladder: rungs.map((after) => ({ after: day(after), action: { do: "remind" } })) },
  }) as never;
const ofTask = (...spans: readonly [number, ...number[]]) =>
  work({ a: timed(...spans), b: ann }, [["a", "b", "timeout"]]);
const ofTimer = (days: number) => work({ a: timerOf(days), b: ann }, [["a", "b"]]);
const moved = (trigger: MoveDraft["trigger"] | null) => ({
  stages: {
    work: { entry: "a", steps: { a: ann }, moves: trigger ? { go: { to: "out", trigger } } : {} },
    out: { final: "done" as const },
  },
  wires: [["start", "work"] as const],
});
const ageing = (days: number | null) => ({
  stages: { work: { entry: "a", steps: { a: ann }, ...(days ? { ageLimit: { after: day(days) } } : {}) } },
  wires: [["start", "work"] as const],
});

/** Begun on 1 January, taken over on the 3rd. The alarms, by day of the month. */
interface Row {
  readonly name: string;
  readonly from: Parameters<typeof takenOver>[0]["from"];
  readonly to: Parameters<typeof takenOver>[0]["to"];
  readonly gives: Readonly<Record<TimerChoice, readonly string[]>>;
  readonly on?: string;
}

const rows: readonly Row[] = [
  {
    name: "a timer of other days",
    from: ofTimer(5),
    to: ofTimer(9),
    gives: { kept: ["06"], restarted: ["12"], new: ["10"] },
  },
  {
    name: "the ladder of a task",
    from: ofTask(5, 4),
    to: ofTask(9, 8),
    gives: { kept: ["05", "06"], restarted: ["11", "12"], new: ["09", "10"] },
  },
  {
    name: "a rung that has rung",
    from: ofTask(5, 1),
    to: ofTask(9, 8),
    gives: { kept: ["06"], restarted: ["12", "11"], new: ["10"] },
  },
  {
    name: "a rung that is new counts from now, or from when the step was entered",
    from: ofTask(5, 4),
    to: ofTask(5, 4, 4),
    gives: { kept: ["05", "06", "07"], restarted: ["07", "08", "07"], new: ["05", "06", "05"] },
  },
  {
    name: "a rung that is gone",
    from: ofTask(5, 4),
    to: ofTask(5),
    gives: { kept: ["06"], restarted: ["08"], new: ["06"] },
  },
  {
    name: "a move by time that is new",
    from: moved(null),
    to: moved({ by: "timer", after: day(4) }),
    gives: { kept: ["07"], restarted: ["07"], new: ["05"] },
  },
  {
    name: "a move by time that is gone",
    from: moved({ by: "timer", after: day(4) }),
    to: moved(null),
    gives: { kept: [], restarted: [], new: [] },
  },
  {
    name: "an age limit of other days",
    from: ageing(5),
    to: ageing(9),
    gives: { kept: ["06"], restarted: ["12"], new: ["10"] },
  },
  {
    name: "an age limit that has passed",
    from: ageing(1),
    to: ageing(9),
    gives: { kept: [], restarted: ["12"], new: [] },
  },
];

const choices = ["kept", "restarted", "new"] as const;

describe("the alarms of a case that is taken over", () => {
  it.each(rows.flatMap((row) => choices.map((timers) => ({ ...row, timers }))))(
    "$timers: $name",
    ({ from, to, gives, timers }) => {
      const simulation = takenOver({ from, to, timers, play: (it) => it.skipTo("2027-01-03T00:00:00.000Z") });
      const dues = simulation.state.waits.flatMap((wait) => (wait.kind === "timer" ? [wait.dueAt.slice(8, 10)] : []));
      expect(dues).toEqual(gives[timers]);
    },
  );

  it("tell people when their work is due now", () => {
    const simulation = takenOver({ from: ofTask(5), to: ofTask(9), timers: "new" });
    expect([...simulation.tasks.values()].map(({ dueAt }) => dueAt)).toEqual(["2027-01-10T00:00:00.000Z"]);
  });

  it.each([
    { timers: "restarted" as const, due: "2027-01-13T00:00:00.000Z" },
    { timers: "new" as const, due: "2027-01-11T00:00:00.000Z" },
    { timers: "kept" as const, due: "2027-01-07T00:00:00.000Z" },
  ])("$timers: move on with the work when the case stands still later", ({ timers, due }) => {
    const simulation = takenOver({
      from: ofTask(5),
      to: ofTask(9),
      timers,
      play: (it) => it.skipTo("2027-01-03T00:00:00.000Z"),
    });
    const admin = { kind: "person", personId: "admin" } as const;
    simulation.send({ type: "intervene", act: { do: "suspend" }, reason: "holiday" }, admin);
    simulation.skipTo("2027-01-04T00:00:00.000Z");
    simulation.send({ type: "intervene", act: { do: "resume" }, reason: "back" }, admin);
    expect([...simulation.tasks.values()].map(({ dueAt }) => dueAt)).toEqual([due]);
  });

  it("that fall due by the new version ring at once", () => {
    const simulation = takenOver({
      from: ofTimer(5),
      to: ofTimer(2),
      timers: "new",
      play: (it) => it.skipTo("2027-01-04T00:00:00.000Z"),
    });
    expect(simulation.alarmAt).toBe("2027-01-03T00:00:00.000Z");
  });
});
