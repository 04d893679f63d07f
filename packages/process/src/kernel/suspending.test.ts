import { describe, expect, it } from "vitest";
import { aCase, openAt } from "../simulate/aCase.ts";
import { aProcess, approvalOf, guardOf, taskOf, timerOf, type StepDraft } from "../simulate/aProcess.ts";
import { running } from "../simulate/running.ts";
import type { Simulation } from "../simulate/simulation.ts";
import type { Intervention } from "./event.ts";

const ann = taskOf("ann");
const inTwoDays = { due: { amount: 2, unit: "day" as const, calendar: "elapsed" as const }, ladder: [] };

const admin = (simulation: Simulation, act: Intervention) =>
  simulation.send({ type: "intervene", act, reason: "needed" }, { kind: "person", personId: "admin" });

describe("suspending", () => {
  it("stops the clock, but not the calendar, and hears afterwards what came true meanwhile", () => {
    const simulation = aCase(
      aProcess({
        stages: {
          one: {
            entry: "p",
            steps: {
              p: { kind: "parallel" },
              t: timerOf(10),
              h: guardOf("hold", "record.?note.orValue('') == 'go'"),
              z: ann,
            },
            moves: { expire: { to: "two", trigger: { by: "timerAt", path: "validUntil" } } },
          },
          two: { final: "done" },
        },
        wires: [
          ["start", "one"],
          ["p", "t"],
          ["p", "h"],
          ["h", "z"],
        ],
      }),
      { record: { validUntil: "2027-01-20" } },
    );
    admin(simulation, { do: "suspend" });
    simulation.change({ note: "go" });
    expect(openAt(simulation)).toEqual([]);
    simulation.skipTo("2027-01-06T00:00:00.000Z");

    admin(simulation, { do: "resume" });

    expect(openAt(simulation)).toEqual(["z: ann"]);
    expect(simulation.state.waits.flatMap((wait) => (wait.kind === "timer" ? [wait.dueAt] : []))).toEqual([
      "2027-01-20T23:59:59.999Z",
      "2027-01-16T00:00:00.000Z",
    ]);
  });

  it.each([
    { name: "a task", step: { ...(ann as Extract<StepDraft, { kind: "task" }>), sla: inTwoDays } },
    { name: "an approval", step: approvalOf(["ann", "bob"], { sla: inTwoDays }) },
  ])("moves on when $name is due, by the time that it stood still, and again", ({ step }) => {
    const simulation = running({ a: step as StepDraft }, []);
    const due = () => [...new Set([...simulation.tasks.values()].map(({ dueAt }) => dueAt))];
    const standStill = (until: string) => {
      admin(simulation, { do: "suspend" });
      simulation.skipTo(until);
      admin(simulation, { do: "resume" });
    };
    expect(due()).toEqual(["2027-01-03T00:00:00.000Z"]);
    simulation.skipTo("2027-01-02T00:00:00.000Z");

    standStill("2027-01-05T12:00:00.000Z");
    expect(due()).toEqual(["2027-01-06T12:00:00.000Z"]);
    standStill("2027-01-06T00:00:00.000Z");
    expect(due()).toEqual(["2027-01-07T00:00:00.000Z"]);
    expect(simulation.writes.filter(({ write }) => write === "dueStay")).toHaveLength(2);
  });
});

describe("suspending with those under it", () => {
  const parent = running({ a: { kind: "subprocess", process: "other" }, b: ann }, [["a", "b"]]);
  const told = (simulation: Simulation) =>
    simulation.writes.flatMap((write) => (write.write === "tellChildren" ? [[write.act, write.keys]] : []));

  it("tells every child that is waited for, and tells it to go on", () => {
    const [child] = parent.state.waits;
    admin(parent, { do: "suspend" });
    admin(parent, { do: "resume" });
    expect(told(parent)).toEqual([
      ["suspend", [child?.id]],
      ["resume", [child?.id]],
    ]);
  });

  type Act = readonly [act: "suspend" | "resume", by: "admin" | "parent"];
  it.each<{ readonly name: string; readonly acts: readonly Act[]; readonly status: string }>([
    { name: "stands still with its parent", acts: [["suspend", "parent"]], status: "suspended" },
    {
      name: "goes on with it",
      acts: [
        ["suspend", "parent"],
        ["resume", "parent"],
      ],
      status: "running",
    },
    {
      name: "stays where an admin has stopped it, whatever its parent does",
      acts: [
        ["suspend", "admin"],
        ["suspend", "parent"],
        ["resume", "parent"],
      ],
      status: "suspended",
    },
    {
      name: "goes on before its parent when an admin says so",
      acts: [
        ["suspend", "parent"],
        ["resume", "admin"],
        ["resume", "parent"],
      ],
      status: "running",
    },
    {
      name: "may be stopped for itself afterwards",
      acts: [
        ["suspend", "parent"],
        ["resume", "admin"],
        ["suspend", "admin"],
        ["resume", "parent"],
      ],
      status: "suspended",
    },
  ])("a child $name", ({ acts, status }) => {
    const child = running({ a: ann }, []);
    for (const [act, by] of acts)
      if (by === "admin") admin(child, { do: act });
      else
        child.send(
          { type: "intervene", act: { do: act }, reason: "with it", withParent: true },
          { kind: "system", name: "inbox" },
        );
    expect([child.state.status, child.state.incidents]).toEqual([status, []]);
  });
});
