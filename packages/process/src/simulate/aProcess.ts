import type { z } from "zod";
import type { edgeSchema } from "../definition/edge.ts";
import type { moveSchema } from "../definition/move.ts";
import type { nodeSchema } from "../definition/node.ts";
import type { peopleRuleSchema } from "../definition/people.ts";
import { processDefinitionSchema, type ProcessDefinition } from "../definition/processDefinition.ts";
import type { Variable } from "../definition/variable.ts";

type NodeInput = z.input<typeof nodeSchema>;
type MoveInput = z.input<typeof moveSchema>;
type PeopleInput = z.input<typeof peopleRuleSchema>;
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A step without its id, name and stage: these come from where it stands. */
export type StepDraft = Without<Exclude<NodeInput, { kind: "start" | "stage" }>, "id" | "name" | "stage">;
export type MoveDraft = Without<MoveInput, "id" | "name">;

export interface StageDraft extends Partial<
  Without<Extract<NodeInput, { kind: "stage" }>, "id" | "name" | "kind" | "moves" | "order">
> {
  readonly steps?: { readonly [id: string]: StepDraft };
  readonly moves?: { readonly [id: string]: MoveDraft };
}

/**
 * A wire in few words: from, to, and how it is taken: nothing (plain), `default`, `timeout`, `error`, `escalation`,
 * `outcome yes`, or `when record.total > 1`. A trailing `*3` bounds its visits.
 */
export type WireDraft = readonly [from: string, to: string, on?: string];

export interface ProcessDraft {
  readonly kind?: "lifeCycle" | "side";
  readonly variables?: { readonly [key: string]: Variable["type"] };
  readonly stages: { readonly [id: string]: StageDraft };
  readonly wires: readonly WireDraft[];
}

const inBoth = (text: string) => ({ en: text, zh: text });

const conditionOf = (text: string): z.input<typeof edgeSchema>["on"] => {
  const [kind = "", ...rest] = text.split(" ");
  if (kind === "outcome") return { kind, outcome: rest.join(" ") };
  if (kind === "when") return { kind, when: rest.join(" "), order: 1 };
  if (kind === "default" || kind === "timeout" || kind === "error" || kind === "escalation") return { kind };
  return { kind: "next" };
};

const wireOf = ([from, to, on = ""]: WireDraft, index: number): z.input<typeof edgeSchema> => {
  const [, condition = "", visits] = /^(.*?)(?:\*(\d+))?$/.exec(on) ?? [];
  return {
    id: `w${index + 1}`,
    from,
    to,
    on: conditionOf(condition.trim()),
    ...(visits ? { maxVisits: Number(visits) } : {}),
  };
};

const nodesOf = (
  [id, { steps = {}, moves = {}, ...stage }]: readonly [string, StageDraft],
  order: number,
): readonly NodeInput[] => [
  {
    key: id,
    ...stage,
    id,
    kind: "stage",
    order,
    name: inBoth(id),
    moves: Object.entries(moves).map(([moveId, move]) => ({ ...move, id: moveId, name: inBoth(moveId) })),
  },
  ...Object.entries(steps).map(
    ([stepId, step]) => ({ ...step, id: stepId, name: inBoth(stepId), stage: id }) as NodeInput,
  ),
];

/** The definition of a draft, as it would be read from the database. Side processes unless it says otherwise. */
export const aProcess = ({ kind = "side", variables = {}, stages, wires }: ProcessDraft): ProcessDefinition =>
  processDefinitionSchema.parse({
    format: 2,
    key: "tried",
    name: inBoth("Tried"),
    kind,
    recordType: "quote",
    variables: Object.entries(variables).map(([key, type]) => ({ key, name: inBoth(key), type })),
    nodes: [
      { id: "start", kind: "start", name: inBoth("start"), trigger: { on: "manual" } },
      ...Object.entries(stages).flatMap(nodesOf),
    ],
    edges: wires.map(wireOf),
  });

/** A rule that finds everybody who has one of these roles. In a tried process everybody's name is also their role. */
export const roles = (...names: readonly string[]): PeopleInput[] => names.map((role) => ({ by: "role", role }));

/** A task for these people. */
export const taskOf = (...names: readonly string[]): StepDraft => ({ kind: "task", who: roles(...names) });

/** An approval by these people. */
export const approvalOf = (
  names: readonly string[],
  settings: Partial<Extract<StepDraft, { kind: "approval" }>> = {},
): StepDraft => ({
  kind: "approval",
  who: roles(...names),
  mode: { by: "all" },
  onEmpty: { do: "incident" },
  comment: { approve: "optional", reject: "optional", sendBack: "optional" },
  ...settings,
});

/** A timer of so many days. */
export const timerOf = (days: number): StepDraft => ({
  kind: "timer",
  wait: { until: "span", span: { amount: days, unit: "day", calendar: "elapsed" } },
});

/** A guard over an expression. */
export const guardOf = (mode: "deny" | "hold", when: string): StepDraft => ({
  kind: "guard",
  mode,
  guard: { condition: { when }, sentence: inBoth(when) },
});

/** An action that sets one field at once. */
export const setting = (path: string, expression: string): StepDraft => ({
  kind: "action",
  block: "setFields",
  inputs: { [path]: { expression } },
});
