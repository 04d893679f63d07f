import type { Node } from "../definition/node.ts";
import { nodeIn, type Plan } from "../kernel/plan.ts";
import { resubmission } from "../nodes/approval/resubmission.ts";
import type { Learnt, Sample } from "./learnt.ts";
import { ASSUMED_MINUTES, type Assumption } from "./pastCase.ts";
import { taskPlace } from "./recorded.ts";
import { seeded } from "./seeded.ts";

const MINUTE_MS = 60_000;

/**
 * What a guess rests on: `learnt` from how it went at that very step or stage, `elsewhere` from how the same person decides at
 * other steps, or `assumed`.
 */
export type DrawnFrom = "learnt" | "elsewhere" | "assumed";

/** What somebody is taken to do, after how much work, and what that rests on. */
export interface Drawn extends Sample {
  readonly from: DrawnFrom;
}

/**
 * Draws the result and the duration of one sample each, so that shares and quantiles are those of history. What was brought back
 * comes of the same sample as the result: the two belong together.
 */
export const drawFrom = (samples: readonly Sample[], ...words: readonly (string | number)[]): Sample | null => {
  const result = samples[Math.floor(seeded(...words, "result") * samples.length)];
  if (result === undefined) return null;
  const alike = samples.filter((it) => it.result === result.result);
  const took = alike[Math.floor(seeded(...words, "took") * alike.length)] ?? result;
  return { ...result, tookMs: took.tookMs };
};

/** What is taken to come of a step or stage that nobody has ever been asked at, where no admin says otherwise. */
export const assumptionFor = (node: Node, kind: string): Assumption | null => {
  const workingMinutes = ASSUMED_MINUTES;
  if (kind === "revise") return { result: resubmission.key, workingMinutes };
  if (node.kind === "approval") return { result: "approve", workingMinutes };
  if (node.kind === "task") return { result: node.outcomes[0]?.key ?? "done", workingMinutes };
  if (node.kind !== "stage") return null;
  const byPeople = node.moves.filter(({ trigger }) => trigger.by === "person");
  const onward = byPeople.find(({ tone }) => tone === "primary") ?? byPeople.find(({ tone }) => tone !== "danger");
  return onward === undefined ? null : { result: onward.id, workingMinutes };
};

interface Wish {
  readonly plan: Plan;
  readonly learnt: Learnt;
  readonly assumptions: Readonly<Record<string, Assumption>>;
  readonly node: string;
  readonly words: readonly (string | number)[];
}

const assumed = ({ plan, assumptions, node }: Wish, kind: string): Drawn | null => {
  const assumption = assumptions[node] ?? assumptionFor(nodeIn(plan, node), kind);
  return assumption === null
    ? null
    : { result: assumption.result, tookMs: assumption.workingMinutes * MINUTE_MS, from: "assumed" };
};

/** How a person decides at other approvals, as far as this step knows such a verdict. */
const elsewhere = ({ plan, learnt, node, words }: Wish, personId: string | undefined): Sample | null => {
  const drawn = nodeIn(plan, node);
  const takesBack = drawn.kind === "approval" && drawn.sendBack !== undefined;
  const known = (learnt.approvers.get(personId ?? "") ?? []).filter(({ result }) => takesBack || result !== "sendBack");
  return drawFrom(known, ...words);
};

/**
 * What somebody does with a task that nothing was recorded of: as it went at that step in other cases, else as the admin says, else
 * as whoever is asked decides at other approvals, else as is assumed of any.
 */
export const drawTask = (wish: Wish, kind: string, asked: readonly string[]): Drawn | null => {
  const own = drawFrom(wish.learnt.tasks.get(taskPlace(wish.node, kind)) ?? [], ...wish.words);
  if (own !== null) return { ...own, from: "learnt" };
  const isSaid = wish.assumptions[wish.node] !== undefined;
  const alike = isSaid || kind !== "approval" ? null : elsewhere(wish, asked[0]);
  return alike === null ? assumed(wish, kind) : { ...alike, from: "elsewhere" };
};

/** By which move somebody leaves a stage, of those that the plan still has; `isPressed` where nothing else will ever happen. */
export const drawMove = (wish: Wish, isPressed: boolean): Drawn | null => {
  const known = (wish.learnt.visits.get(wish.node) ?? []).filter(({ result }) =>
    result === "" ? !isPressed : wish.plan.moves.get(result)?.stage.id === wish.node,
  );
  const sample = drawFrom(known, ...wish.words);
  if (sample !== null) return { ...sample, from: "learnt" };
  return isPressed || !wish.learnt.visits.has(wish.node) ? assumed(wish, "stage") : null;
};
