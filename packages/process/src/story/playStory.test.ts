import { recordSchemas } from "@sluice/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Expectation, StoryStep } from "../definition/story.ts";
import { compile } from "../kernel/compile.ts";
import { aProcess } from "../simulate/aProcess.ts";
import { approve, aStory, definition, inADay, mailed, plan, submit, whole } from "./aStory.ts";
import { playStory, wentWell } from "./playStory.ts";

describe("a story that is played", () => {
  it.each<{ name: string; steps: StoryStep[]; code: string }>([
    {
      name: "a refusal",
      steps: [{ when: { do: "move", by: "ann", move: "drop" }, expect: [] }],
      code: "REASON_REQUIRED",
    },
    { name: "an act where nothing is open", steps: [approve], code: "EVENT_NOT_APPLICABLE" },
    { name: "an outcome of what nobody asked for", steps: [mailed], code: "EVENT_NOT_APPLICABLE" },
    {
      name: "a child's end where there is none",
      steps: [{ when: { do: "child", at: "sign", outcome: null }, expect: [] }],
      code: "EVENT_NOT_APPLICABLE",
    },
    {
      name: "time that runs backwards",
      steps: [{ when: { do: "passUntil", at: "2026-11-01T00:00:00.000Z" }, expect: [] }],
      code: "EVENT_NOT_APPLICABLE",
    },
    {
      name: "a message to a case that is over",
      steps: [...whole, { when: { do: "message", message: "paid" }, expect: [] }],
      code: "EVENT_NOT_APPLICABLE",
    },
    {
      name: "an incident",
      steps: [submit, approve, { when: { do: "effect", at: "mail", ends: { as: "unknown" } }, expect: [] }],
      code: "EFFECT_OUTCOME_UNKNOWN",
    },
  ])("fails by $name that nobody expects, and goes on", ({ steps, code }) => {
    const { moments, passed } = playStory(plan, aStory(steps));
    expect(moments.at(-1)?.unexpected.map((it) => it.code)).toEqual([code]);
    expect(passed).toBe(false);
    expect(moments).toHaveLength(steps.length + 1);
  });

  it("names its people in a mail: played ones in the text's language, real ones as the firm knows them", () => {
    const text = `shown(record.?owner, "en") + ', ' + shown(record.?owner, "zh") + ', ' + shown(case.decidedBy, "en") + ', ' + shown(now, "en")`;
    const nodes = definition.nodes.map((node) =>
      node.kind === "action" && node.id === "mail" ? { ...node, inputs: { text: { expression: text } } } : node,
    );
    const people = [
      { id: "ann", roles: ["ann"], name: { en: "Rep", zh: "销售" } },
      { id: "bob", roles: ["bob"] },
    ];
    const told = aStory([submit, approve], { people, record: { total: "150.00", owner: "ann" } });
    const names = new Map([["bob", "Bob Bei"]]);
    const { moments } = playStory(compile({ ...definition, nodes }, recordSchemas), told, { names });
    expect(moments.at(-1)?.effects[0]?.input).toEqual({ text: "Rep, 销售, Bob Bei, 27 November 2026, 09:00" });
  });

  it("counts working time by its own calendar: a weekend, a holiday and a day worked instead", () => {
    const pass = (amount: number, expected: Expectation[]): StoryStep => ({
      when: { do: "pass", span: { ...inADay, amount } },
      expect: expected,
    });
    const calendar = {
      offsetMinutes: 480,
      hours: [["09:00", "18:00"] as [string, string]],
      days: [1, 2, 3, 4, 5],
      holidays: ["2026-12-01"],
      makeUpDays: ["2026-12-05"],
    };
    const { moments, passed } = playStory(
      plan,
      aStory([pass(8, [{ see: "stage", stage: "asked" }]), pass(1, [{ see: "ended", outcome: "lost" }])], { calendar }),
    );
    expect(passed).toBe(true);
    expect(moments.map(({ at }) => at)).toEqual([
      "2026-11-27T01:00:00.000Z",
      "2026-12-08T10:00:00.000Z",
      "2026-12-09T10:00:00.000Z",
    ]);
  });

  it("goes on to the next due moment, where there is one", () => {
    const next: StoryStep = { when: { do: "passToNext" }, expect: [] };
    const { moments } = playStory(plan, aStory([next, next]));
    expect(moments[1]?.state.outcome).toBe("lost");
    expect(moments[2]?.unexpected).toMatchObject([{ code: "EVENT_NOT_APPLICABLE" }]);
  });

  const circling = compile(
    aProcess({
      stages: {
        work: {
          entry: "a",
          steps: {
            a: { kind: "timer", wait: { until: "span", span: { amount: 1, unit: "second", calendar: "elapsed" } } },
            b: { kind: "branch" },
          },
        },
      },
      wires: [
        ["start", "work"],
        ["a", "b"],
        ["b", "a", "default"],
      ],
    }),
    recordSchemas,
  );

  it("is cut short where time brings more than can be played, and counts as failed", () => {
    const { moments, passed } = playStory(
      circling,
      aStory([{ when: { do: "pass", span: inADay }, expect: [] }, submit]),
    );
    expect(passed).toBe(false);
    expect(moments.map(({ isCut }) => isCut)).toEqual([false, true]);
  });

  it("is cut short as soon as nobody waits for it", () => {
    const { moments } = playStory(plan, aStory(whole), { isStopped: () => true });
    expect(moments.map(({ isCut }) => isCut)).toEqual([true]);
  });

  it("goes the same way each time, whatever happens in it, and never throws", () => {
    const people = ["ann", "bob", "nobody"];
    const happenings = fc.oneof(
      fc.record({
        do: fc.constant("move" as const),
        by: fc.constantFrom(...people),
        move: fc.constantFrom("submit", "drop", "forget", "none"),
      }),
      fc.record({
        do: fc.constant("act" as const),
        by: fc.constantFrom(...people),
        at: fc.constantFrom("sign", "mail", "asked", "none"),
        act: fc.constantFrom(
          { do: "approve" as const },
          { do: "sendBack" as const },
          { do: "transfer" as const, to: "ann" },
          { do: "complete" as const, outcome: "x" },
        ),
      }),
      fc.record({
        do: fc.constant("pass" as const),
        span: fc.constantFrom(inADay, { amount: 400, unit: "week" as const, calendar: "working" as const }),
      }),
      fc.constant({ do: "passToNext" as const }),
      fc.record({
        do: fc.constant("effect" as const),
        at: fc.constantFrom("mail", "sign"),
        ends: fc.constantFrom({ as: "done" as const }, { as: "failed" as const }, { as: "unknown" as const }),
      }),
      fc.record({
        do: fc.constant("change" as const),
        fields: fc.constantFrom({ total: "0.00" }, { total: "99.00" }, { total: null }, { total: "many" }),
      }),
    );
    fc.assert(
      fc.property(fc.array(happenings, { maxLength: 12 }), (whens) => {
        const told = aStory(whens.map((when) => ({ when, expect: [] })));
        const [one, other] = [playStory(plan, told), playStory(plan, told)];
        expect(JSON.stringify(one.moments)).toBe(JSON.stringify(other.moments));
        expect(one.passed).toBe(one.moments.every(wentWell));
      }),
      { numRuns: 50 },
    );
  });
});
