import type { Control, Point } from "../definition/control.ts";
import type { Advanced } from "../kernel/answer.ts";
import { recordTree } from "../kernel/evaluate.ts";
import type { Happening } from "../kernel/event.ts";
import type { Json } from "../kernel/json.ts";
import type { Plan } from "../kernel/plan.ts";
import type { CaseState } from "../kernel/state.ts";
import { monitorOf } from "./monitor.ts";
import { pointsOf } from "./pointsOf.ts";
import { isPoint, seenIn, type Seen } from "./seen.ts";

/** What must be known of the world to tell whether a step keeps the control points: milestones that a rule may vouch for, and fields. */
export interface ControlQuestions {
  readonly milestones: readonly string[];
  readonly paths: readonly string[];
}

/** What was found out about it. */
export interface ControlAnswers {
  /** Of the milestones asked for, those that a rule vouches for now. */
  readonly vouched: ReadonlySet<string>;
  readonly fields: ReadonlyMap<string, Json>;
}

/** What a step did that its process's control points speak of, in order; nothing for a process that promises nothing. */
export const controlPointsIn = (
  plan: Plan,
  before: CaseState,
  answer: Advanced,
  happening: Happening,
): readonly Seen[] => {
  const points = (plan.definition.controls ?? []).flatMap(pointsOf);
  if (points.length === 0) return [];
  const seen = seenIn(plan, before, answer, { happening, vouched: {} });
  return seen.filter((one) => points.some((point) => isPoint(point, one)));
};

const isAny = (points: readonly Point[], now: readonly Seen[]): boolean =>
  points.some((point) => now.some((seen) => isPoint(point, seen)));

/** What is to be found out before `brokenBy` can tell. */
export const controlQuestions = (plan: Plan, now: readonly Seen[]): ControlQuestions => {
  const controls = plan.definition.controls ?? [];
  return {
    milestones: controls.flatMap((control) =>
      control.must === "neverBefore" && isAny([control.point], now)
        ? control.before.flatMap((point) => (point.at === "milestone" ? [point.milestone] : []))
        : [],
    ),
    paths: controls.flatMap((control) =>
      control.must === "passes" && isAny([control.before], now)
        ? (plan.expressions.get(control.when)?.paths ?? [])
        : [],
    ),
  };
};

/** Whether a condition holds; one that cannot be worked out is taken to hold, so that it never lets anything through. */
const holds = (plan: Plan, when: string, fields: ReadonlyMap<string, Json>): boolean => {
  const expression = plan.expressions.get(when);
  if (!expression) return true;
  try {
    const record = recordTree(plan, expression.paths, fields);
    return expression.run({ record, vars: {}, case: {}, form: {}, actor: {}, now: "", item: null }) !== false;
  } catch {
    return true;
  }
};

/**
 * The control points that a step would break, given all that was seen of the case before it. The same monitors that prove a
 * process hold its cases to it.
 */
export const brokenBy = (
  plan: Plan,
  {
    initiatorId,
    history,
    now,
  }: { readonly initiatorId: string | null; readonly history: readonly Seen[]; readonly now: readonly Seen[] },
  { vouched, fields }: ControlAnswers,
): readonly Control[] =>
  (plan.definition.controls ?? []).filter((control) => {
    const monitor = monitorOf(control, initiatorId);
    const known = [...vouched].map((milestone): Seen => ({ milestone, by: [] }));
    let { marks } = monitor.first;
    for (const seen of [...history, ...known, ...now]) {
      const isNew = now.includes(seen);
      const watch = monitor.next(marks, seen, () => control.must === "passes" && holds(plan, control.when, fields));
      if (watch.isBroken && isNew) return true;
      ({ marks } = watch);
    }
    return false;
  });
