import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import type { Control, Point } from "../definition/control.ts";
import type { ProcessDefinition } from "../definition/processDefinition.ts";
import {
  aProcess,
  approvalOf,
  guardOf,
  setting,
  taskOf,
  timerOf,
  type ProcessDraft,
  type StepDraft,
  type WireDraft,
} from "../simulate/aProcess.ts";
import { Grounds } from "./grounds.ts";
import { prove, type Verdict } from "./prove.ts";

type Sentence = Control extends infer One ? (One extends Control ? Omit<One, "id"> : never) : never;
type Steps = NonNullable<ProcessDraft["stages"][string]["steps"]>;

const step = (id: string, outcome?: string): Point => ({ at: "step", step: id, ...(outcome ? { outcome } : {}) });
const stage = (id: string): Point => ({ at: "stage", stage: id });
const person = (to: string, more = {}) => ({ to, trigger: { by: "person" as const }, ...more });
const day = { amount: 1, unit: "day" as const, calendar: "elapsed" as const };

const controlled = (draft: ProcessDraft, sentence: Sentence): ProcessDefinition => ({
  ...aProcess(draft),
  controls: [{ id: "c", ...sentence } as Control],
});
const verdictOf = (definition: ProcessDefinition, limits?: { states: number; ways: number }): Verdict | undefined =>
  prove(
    new Grounds(definition, {
      schemas: recordSchemas,
      vouched: { "quote.costSigned": ["cost.cleared"] },
      ...(limits ? { limits } : {}),
    }),
  )[0];
const told = (verdict: Verdict | undefined): unknown =>
  verdict?.verdict === "refuted"
    ? verdict.path.map(({ at, happening }) => `${at} ${"act" in happening ? happening.act.do : happening.type}`)
    : verdict?.verdict;

/** A draft that is submitted to some work, which ends in being sent. */
const sent = (steps: Steps, wires: readonly WireDraft[], submit = {}): ProcessDraft => ({
  stages: {
    draft: { moves: { submit: person("work", submit) } },
    work: { entry: Object.keys(steps)[0] ?? "", steps },
    sent: { moves: { again: person("draft"), close: person("gone") } },
    gone: { final: "done" },
  },
  wires: [["start", "draft"], ...wires],
});
const answered: readonly WireDraft[] = [
  ["a", "sent", "outcome approved"],
  ["a", "draft", "outcome rejected"],
  ["a", "draft", "outcome withdrawn"],
];
const approval = (settings: Parameters<typeof approvalOf>[1] = {}): StepDraft =>
  approvalOf(["ann"], { lockRecord: true, ...settings });
const big = "record.total > 100";
const asked = (settings = {}): ProcessDraft =>
  sent({ b: { kind: "branch" }, a: approval(settings) }, [
    ["b", "a", `when ${big}`],
    ["b", "sent", "default"],
    ...answered,
  ]);
const alone = (settings = {}): ProcessDraft => sent({ a: approval(settings) }, answered);
const passes = (when: string): Sentence => ({
  must: "passes",
  when,
  through: step("a", "approved"),
  before: stage("sent"),
});
const neverBefore = (...before: Point[]): Sentence => ({ must: "neverBefore", point: stage("sent"), before });
const signed: Point = { at: "milestone", milestone: "cost.cleared" };
const rule = { guard: { condition: { rule: "quote.costSigned" }, sentence: { en: "s", zh: "s" } } };
const self: Sentence = { must: "notSamePerson", point: { at: "initiator" }, other: step("a", "approved") };
const nobody = { who: [{ by: "post" as const, post: "head" }], onEmpty: { do: "pass" as const } };

describe("a control point", () => {
  it.each<{ name: string; draft: ProcessDraft; sentence: Sentence; verdict: unknown }>([
    { name: "passes: every big one is asked about", draft: asked(), sentence: passes(big), verdict: "proved" },
    { name: "passes: a higher limit too", draft: asked(), sentence: passes("record.total >= 101"), verdict: "proved" },
    {
      name: "passes: not at a limit below the branch's",
      draft: asked(),
      sentence: passes("record.total >= 100"),
      verdict: ["start start", "draft move"],
    },
    {
      name: "passes: not when it changes after it was looked at",
      draft: asked({ lockRecord: false }),
      sentence: { must: "passes", when: "record.total < 5", through: step("none"), before: step("a", "approved") },
      verdict: ["start start", "draft move", "a approve"],
    },
    {
      name: "passes: what is locked does not change",
      draft: asked(),
      sentence: { must: "passes", when: "record.total < 5", through: step("none"), before: step("a", "approved") },
      verdict: "proved",
    },
    {
      name: "passes: what the lock leaves open does",
      draft: asked({ lockExcept: ["total"] }),
      sentence: { must: "passes", when: "record.total < 5", through: step("none"), before: step("a", "approved") },
      verdict: ["start start", "draft move", "a approve"],
    },
    {
      name: "passes: two fields that only a sum compares may be anything",
      draft: sent({ b: { kind: "branch" }, a: approval() }, [
        ["b", "a", "when record.total > record.margin"],
        ["b", "sent", "default"],
        ...answered,
      ]),
      sentence: passes("record.total > record.margin"),
      verdict: "proved",
    },
    {
      name: "never before: an approval",
      draft: alone(),
      sentence: neverBefore(step("a", "approved")),
      verdict: "proved",
    },
    {
      name: "never before: not a rejection",
      draft: alone(),
      sentence: neverBefore(step("a", "rejected")),
      verdict: ["start start", "draft move", "a approve"],
    },
    {
      name: "never before: nobody found counts as agreed, and is not agreed by anybody",
      draft: alone(nobody),
      sentence: { must: "neverBefore", point: stage("sent"), before: [step("a", "withdrawn")] },
      verdict: ["start start", "draft move"],
    },
    {
      name: "never before: the clock agrees when nobody does",
      draft: alone({ sla: { due: day, ladder: [{ after: day, action: { do: "approve" } }] } }),
      sentence: { must: "neverBefore", point: stage("sent"), before: [signed] },
      verdict: ["start start", "draft move", "a alarmRang"],
    },
    {
      name: "never before: a rule of the domain vouches for it",
      draft: sent({ a: approval() }, answered, rule),
      sentence: neverBefore(signed),
      verdict: "proved",
    },
    {
      name: "never before: without the rule nothing does",
      draft: alone(),
      sentence: neverBefore(signed, step("a", "rejected")),
      verdict: ["start start", "draft move", "a approve"],
    },
    {
      name: "never before: a guard that holds it back, on a locked or open record alike",
      draft: sent({ g: guardOf("hold", big), x: setting("note", "'x'") }, [
        ["g", "x"],
        ["x", "sent"],
      ]),
      sentence: neverBefore(step("x")),
      verdict: "proved",
    },
    {
      name: "followed: whatever is decided, it ends",
      draft: alone(),
      sentence: { must: "followedBy", point: step("a", "approved"), by: [stage("sent")] },
      verdict: "proved",
    },
    {
      name: "followed: as long as it can still come, however often it is put off",
      draft: alone(),
      sentence: { must: "followedBy", point: stage("work"), by: [step("a", "approved")] },
      verdict: "proved",
    },
    {
      name: "followed: an end without it",
      draft: alone(),
      sentence: { must: "followedBy", point: stage("sent"), by: [step("a", "rejected")] },
      verdict: ["start start", "draft move", "a approve", "sent move"],
    },
    {
      name: "at most once: not where there is a way back",
      draft: alone(),
      sentence: { must: "atMostOnce", point: stage("sent") },
      verdict: ["start start", "draft move", "a approve", "sent move", "draft move", "a approve"],
    },
    {
      name: "at most once: where there is none",
      draft: {
        stages: { work: { entry: "a", steps: { a: taskOf("ann") } }, sent: { final: "done" } },
        wires: [
          ["start", "work"],
          ["a", "sent"],
        ],
      },
      sentence: { must: "atMostOnce", point: stage("sent") },
      verdict: "proved",
    },
    {
      name: "not the same: one who may approve their own",
      draft: alone({ onSelf: "allow" }),
      sentence: self,
      verdict: ["start start", "draft move", "a approve"],
    },
    {
      name: "not the same: it is handed to the one who began it",
      draft: alone({ onSelf: "manager" }),
      sentence: self,
      verdict: ["start start", "draft move", "a transfer", "a approve"],
    },
    {
      name: "never before: who agreed before is passed, but somebody else may be asked",
      draft: sent({ a: approval(), b: approval({ dedup: "once" }) }, [
        ["a", "b", "outcome approved"],
        ["a", "draft", "outcome rejected"],
        ["a", "draft", "outcome withdrawn"],
        ["b", "sent", "outcome approved"],
        ["b", "draft", "outcome rejected"],
        ["b", "draft", "outcome withdrawn"],
      ]),
      sentence: { must: "neverBefore", point: step("b", "rejected"), before: [stage("gone")] },
      verdict: ["start start", "draft move", "a approve", "b reject"],
    },
    {
      name: "not the same: never, whoever is asked",
      draft: alone({ noSelfEver: true }),
      sentence: self,
      verdict: "proved",
    },
    {
      name: "not the same: one person may hold two roles",
      draft: sent({ t: taskOf("bob"), a: approval() }, [["t", "a"], ...answered]),
      sentence: { must: "notSamePerson", point: step("t"), other: step("a", "approved") },
      verdict: ["start start", "draft move", "t complete", "a approve"],
    },
  ])("$name", ({ draft, sentence, verdict }) => {
    expect(told(verdictOf(controlled(draft, sentence)))).toEqual(verdict);
  });

  it.each<{ name: string; draft: ProcessDraft; sentence: Sentence; verdict: unknown }>([
    { name: "approves what nobody began", draft: alone({ onSelf: "allow" }), sentence: self, verdict: "proved" },
    {
      name: "is not there to be asked",
      draft: alone({ who: [{ by: "initiator" }], onEmpty: { do: "pass" } }),
      sentence: neverBefore(step("a", "withdrawn")),
      verdict: ["start start", "draft move"],
    },
  ])("knows that by a schedule nobody begins a case: who $name", ({ draft, sentence, verdict }) => {
    const definition = controlled(draft, sentence);
    const trigger = { on: "schedule" as const, cron: "0 9 * * 1", zone: "UTC" };
    const nodes = definition.nodes.map((node) => (node.kind === "start" ? { ...node, trigger } : node));

    expect(told(verdictOf({ ...definition, nodes }))).toEqual(verdict);
  });

  it("is told by the steps that lead to where it fails, with what they saw and where the case stood", () => {
    const verdict = verdictOf(controlled(asked(), passes("record.total > 99.5")));

    expect(verdict?.verdict === "refuted" && verdict.path.at(-1)).toMatchObject({
      at: "draft",
      saw: { total: "99.75" },
      stage: "sent",
      standsAt: [],
    });
  });

  it.each([
    { name: "past the bound of states", limits: { states: 2, ways: 1_000 } },
    { name: "past the bound of ways", limits: { states: 1_000, ways: 2 } },
  ])("is not proved $name, and never called proved", ({ limits }) => {
    expect(verdictOf(controlled(asked(), passes(big)), limits)?.verdict).toBe("notProved");
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
