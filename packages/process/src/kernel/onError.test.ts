import { describe, expect, it } from "vitest";
import { incidentsOf, openAt, refusedWith, standingAt } from "../simulate/aCase.ts";
import { guardOf, setting, taskOf, timerOf, type StepDraft, type WireDraft } from "../simulate/aProcess.ts";
import { running } from "../simulate/running.ts";
import type { Simulation } from "../simulate/simulation.ts";

const nobody = [{ by: "expression" as const, expression: "record.title" }];
const inBoth = { en: "it", zh: "它" };
const follow = { do: "follow" as const, into: "wrong" };
const call: StepDraft = { kind: "action", block: "webhook", inputs: { url: { value: "u" } }, retries: 0 };
const tomorrow = "2027-01-02T00:00:00.000Z";

/** Steps that cannot be taken, however they are come to. */
const broken: readonly { readonly name: string; readonly step: StepDraft; readonly code: string }[] = [
  { name: "a value that cannot be worked out", step: setting("note", "record.title"), code: "GUARD_BROKEN" },
  {
    name: "a process that is not there",
    step: { kind: "action", block: "openChild", inputs: { process: { value: "none" } } },
    code: "PROCESS_MISSING",
  },
  { name: "a copy for people who cannot be found", step: { kind: "cc", who: nobody }, code: "GUARD_BROKEN" },
  { name: "an owner who cannot be found", step: { kind: "assign", who: nobody }, code: "GUARD_BROKEN" },
  { name: "a sub-process that is not there", step: { kind: "subprocess", process: "none" }, code: "PROCESS_MISSING" },
  { name: "a task for people who cannot be told", step: { kind: "task", who: nobody }, code: "GUARD_BROKEN" },
  {
    name: "a task for nobody",
    step: { ...taskOf("ghost"), onEmpty: { do: "incident" } } as StepDraft,
    code: "NOBODY_FOUND",
  },
  {
    name: "an approval by nobody",
    step: { kind: "approval", who: nobody, mode: { by: "all" }, onEmpty: { do: "incident" } },
    code: "GUARD_BROKEN",
  },
  { name: "a guard that denies", step: guardOf("deny", "record.?note.orValue('') == 'x'"), code: "GUARD_CLOSED" },
  {
    name: "a table that cannot be read",
    step: {
      kind: "branch",
      table: { hit: "F", inputs: [{ expression: "record.title" }], outputs: [{ variable: "level" }], rules: [] },
    },
    code: "GUARD_BROKEN",
  },
  {
    name: "a message without its key",
    step: { kind: "message", message: "paid", key: "record.title" },
    code: "GUARD_BROKEN",
  },
  {
    name: "a race for what cannot be told",
    step: {
      kind: "race",
      runners: [{ key: "a", name: inBoth, on: { kind: "condition", condition: { when: "record.title == 'x'" } } }],
    },
    code: "GUARD_BROKEN",
  },
];

const wires: readonly WireDraft[] = [
  ["b", "next"],
  ["b", "mend", "error"],
];
/** A case in which time alone leads to the step `b`. */
const byTime = (b: StepDraft, drawn: readonly WireDraft[] = wires): Simulation => {
  const simulation = running({ a: timerOf(1), b, next: taskOf("ann"), mend: taskOf("bob") }, [["a", "b"], ...drawn]);
  simulation.skipTo(tomorrow);
  return simulation;
};
const reacting = (
  step: StepDraft,
  onError: NonNullable<Extract<StepDraft, { kind: "action" }>["onError"]>,
): StepDraft => ({ ...step, onError }) as StepDraft;
const overcomeIn = (simulation: Simulation): readonly string[] =>
  simulation.writes.flatMap((write) => (write.write === "overcomeIncident" ? [`${write.code} ${write.by}`] : []));

describe("a machine's step that cannot be taken", () => {
  it.each(broken)("stands as an incident where nothing is said: $name", ({ step, code }) => {
    const simulation = byTime(step, [["b", "next"]]);

    expect([incidentsOf(simulation), openAt(simulation), overcomeIn(simulation)]).toEqual([[code], [], []]);
  });

  it.each(broken)("follows the error wire where it says so, and tells what went wrong: $name", ({ step, code }) => {
    const simulation = byTime(reacting(step, follow));

    expect([incidentsOf(simulation), openAt(simulation)]).toEqual([[], ["mend: bob"]]);
    expect(simulation.state.variables["wrong"]).toMatchObject({ code });
    expect(overcomeIn(simulation)).toEqual([`${code} follow`]);
  });

  it.each(broken)("stands as an incident where the wire it is to follow is not drawn: $name", ({ step, code }) => {
    expect(incidentsOf(byTime(reacting(step, follow), [["b", "next"]]))).toEqual([code]);
  });

  it.each(broken.slice(0, 5))("goes on where it says so: $name", ({ step, code }) => {
    const simulation = byTime(reacting(step, { do: "goOn" }));

    expect([incidentsOf(simulation), openAt(simulation)]).toEqual([[], ["next: ann"]]);
    expect(overcomeIn(simulation)).toEqual([`${code} goOn`]);
  });

  it.each(broken.filter(({ code }) => code !== "NOBODY_FOUND"))(
    "refuses a person whatever is said: $name",
    ({ step, code }) => {
      const simulation = running(
        { a: taskOf("ini"), b: reacting(step, follow), next: taskOf("ann"), mend: taskOf("bob") },
        [["a", "b"], ...wires],
      );

      simulation.act("ini", "a", { do: "complete", outcome: "done" });

      expect([refusedWith(simulation), openAt(simulation)]).toEqual([[code], ["a: ini"]]);
    },
  );
});

describe("what goes wrong while a step waits", () => {
  it.each([
    { name: "follows an error wire though nothing is said", step: call, open: ["mend: bob"], incidents: [] },
    { name: "follows it with what went wrong", step: reacting(call, follow), open: ["mend: bob"], incidents: [] },
    { name: "goes on", step: reacting(call, { do: "goOn" }), open: ["next: ann"], incidents: [] },
    {
      name: "stands where that is said",
      step: reacting(call, { do: "incident" }),
      open: [],
      incidents: ["EFFECT_FAILED"],
    },
  ])("an effect that is given up $name", ({ step, open, incidents }) => {
    const simulation = byTime(step);

    simulation.effectFailed("b", "down");

    expect([openAt(simulation), incidentsOf(simulation)]).toEqual([open, incidents]);
  });

  it("is always asked of a person when nobody knows what came of it", () => {
    const simulation = byTime(reacting({ ...call, onUnknown: "ask" } as StepDraft, follow));

    simulation.effectFailed("b", "lost", true);

    expect([incidentsOf(simulation), standingAt(simulation)]).toEqual([["EFFECT_OUTCOME_UNKNOWN"], ["b"]]);
  });

  it("is noted of an effect that nobody waits for", () => {
    const loose = byTime(reacting({ ...call, await: false } as StepDraft, { do: "goOn" }));

    loose.send(
      {
        type: "effectFailed",
        effect: [...loose.effects.keys()][0] ?? "",
        reason: "down",
        unknown: false,
        of: { node: "b", undoes: null, isWanted: true },
      },
      { kind: "system", name: "carrier" },
    );

    expect([incidentsOf(loose), overcomeIn(loose)]).toEqual([[], ["EFFECT_FAILED goOn"]]);
  });

  it("belongs to the step it went wrong in, not to the one that led there", () => {
    const simulation = running(
      {
        a: { ...timerOf(1), onError: { do: "goOn" } } as StepDraft,
        b: setting("note", "record.title"),
        next: taskOf("ann"),
      },
      [
        ["a", "b"],
        ["b", "next"],
      ],
    );

    simulation.skipTo(tomorrow);

    expect([incidentsOf(simulation), standingAt(simulation)]).toEqual([["GUARD_BROKEN"], ["a"]]);
  });

  it("is an incident when the way out cannot be gone either", () => {
    const simulation = running(
      { a: timerOf(1), b: reacting(setting("note", "record.title"), follow), worse: setting("note", "record.title") },
      [
        ["a", "b"],
        ["b", "worse", "error"],
      ],
    );

    simulation.skipTo(tomorrow);

    expect([incidentsOf(simulation), standingAt(simulation), overcomeIn(simulation)]).toEqual([
      ["GUARD_BROKEN"],
      ["a"],
      [],
    ]);
  });

  it("is an incident when the way out leads round in a circle", () => {
    const simulation = byTime(reacting(setting("note", "record.title"), follow), [["b", "b", "error"]]);

    expect(incidentsOf(simulation)).toEqual(["PROCESS_LOOPS"]);
  });

  it.each([
    { name: "follows", onError: follow, open: ["mend: bob"], incidents: [] },
    { name: "stands where nothing is said", onError: undefined, open: [], incidents: ["CONTROL_POINT"] },
  ])(
    "and is forbidden by a rule of the firm $name, and stands when its way out is forbidden too",
    ({ onError, open, incidents }) => {
      const forbidden = (standing?: true) => {
        const simulation = running(
          {
            b: { ...timerOf(1), ...(onError ? { onError } : {}) } as StepDraft,
            next: taskOf("ann"),
            mend: taskOf("bob"),
          },
          wires,
        );
        simulation.at = tomorrow;
        simulation.send(
          {
            type: "forbidden",
            happening: { type: "alarmRang", dueAt: tomorrow },
            code: "CONTROL_POINT",
            values: { point: "p" },
            ...(standing ? { standing } : {}),
          },
          { kind: "system", name: "clock" },
        );
        return [openAt(simulation), incidentsOf(simulation)];
      };

      expect(forbidden()).toEqual([open, incidents]);
      expect(forbidden(true)).toEqual([[], ["CONTROL_POINT"]]);
    },
  );
});
