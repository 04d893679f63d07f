import { recordSchemas } from "@sluice/domain";
import type { Control, Point } from "../definition/control.ts";
import type { ProcessDefinition } from "../definition/processDefinition.ts";
import { aProcess, approvalOf, type ProcessDraft, type StepDraft, type WireDraft } from "../simulate/aProcess.ts";
import { Grounds } from "./grounds.ts";
import { prove, type Verdict } from "./prove.ts";

export type Sentence = Control extends infer One ? (One extends Control ? Omit<One, "id"> : never) : never;
export type Steps = NonNullable<ProcessDraft["stages"][string]["steps"]>;

export const step = (id: string, outcome?: string): Point => ({
  at: "step",
  step: id,
  ...(outcome ? { outcome } : {}),
});
export const stage = (id: string): Point => ({ at: "stage", stage: id });
export const person = (to: string, more = {}) => ({ to, trigger: { by: "person" as const }, ...more });
export const day = { amount: 1, unit: "day" as const, calendar: "elapsed" as const };

/** A process that promises one thing. */
export const controlled = (draft: ProcessDraft, sentence: Sentence): ProcessDefinition => ({
  ...aProcess(draft),
  controls: [{ id: "c", ...sentence } as Control],
});
/** What is found out about its promise. */
export const verdictOf = (
  definition: ProcessDefinition,
  limits?: { states: number; ways: number },
): Verdict | undefined =>
  prove(
    new Grounds(definition, {
      schemas: recordSchemas,
      vouched: { "quote.costSigned": ["cost.cleared"] },
      ...(limits ? { limits } : {}),
    }),
  )[0];
/** A verdict in short: what happened at each step of a way that fails, or the verdict itself. */
export const told = (verdict: Verdict | undefined): unknown =>
  verdict?.verdict === "refuted"
    ? verdict.path.map(({ at, happening }) => `${at} ${"act" in happening ? happening.act.do : happening.type}`)
    : verdict?.verdict;

/** A draft that is submitted to some work, which ends in being sent. */
export const sent = (steps: Steps, wires: readonly WireDraft[], submit = {}): ProcessDraft => ({
  stages: {
    draft: { moves: { submit: person("work", submit) } },
    work: { entry: Object.keys(steps)[0] ?? "", steps },
    sent: { moves: { again: person("draft"), close: person("gone") } },
    gone: { final: "done" },
  },
  wires: [["start", "draft"], ...wires],
});
export const answered: readonly WireDraft[] = [
  ["a", "sent", "outcome approved"],
  ["a", "draft", "outcome rejected"],
  ["a", "draft", "outcome withdrawn"],
];
export const approval = (settings: Parameters<typeof approvalOf>[1] = {}): StepDraft =>
  approvalOf(["ann"], { lockRecord: true, ...settings });
export const big = "record.total > 100";
export const asked = (settings = {}): ProcessDraft =>
  sent({ b: { kind: "branch" }, a: approval(settings) }, [
    ["b", "a", `when ${big}`],
    ["b", "sent", "default"],
    ...answered,
  ]);
export const alone = (settings = {}): ProcessDraft => sent({ a: approval(settings) }, answered);
export const passes = (when: string): Sentence => ({
  must: "passes",
  when,
  through: step("a", "approved"),
  before: stage("sent"),
});
export const neverBefore = (...before: Point[]): Sentence => ({ must: "neverBefore", point: stage("sent"), before });
export const signed: Point = { at: "milestone", milestone: "cost.cleared" };
export const rule = { guard: { condition: { rule: "quote.costSigned" }, sentence: { en: "s", zh: "s" } } };
export const self: Sentence = { must: "notSamePerson", point: { at: "initiator" }, other: step("a", "approved") };
export const nobody = { who: [{ by: "post" as const, post: "head" }], onEmpty: { do: "pass" as const } };
