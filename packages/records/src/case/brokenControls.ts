import { vouchedMilestones } from "@sluice/domain";
import { problem, type Problem } from "@sluice/problems";
import {
  brokenBy,
  controlQuestions,
  controlSentence,
  factKeyOf,
  type ControlAnswers,
  type Json,
  type Plan,
  type Seen,
} from "@sluice/process";
import type { CaseInHand } from "./caseInHand.ts";
import type { FactSource } from "./facts/factSource.ts";
import { loadFacts } from "./facts/loadFacts.ts";

/** The rules of the record's type that vouch for a milestone. */
const rulesFor = (milestone: string, { house, record }: FactSource): readonly string[] =>
  Object.keys(house.types.get(record.type).rules ?? {}).filter((rule) => vouchedMilestones[rule]?.includes(milestone));

const isVouched = async (milestone: string, source: FactSource): Promise<boolean> => {
  const keys = rulesFor(milestone, source).map((rule) => factKeyOf({ fact: "rule", rule }));
  const facts = await loadFacts(keys, source);
  return keys.some((key) => (facts[key] as readonly Json[]).length === 0);
};

const answersTo = async (plan: Plan, now: readonly Seen[], source: FactSource): Promise<ControlAnswers> => {
  const { milestones, paths } = controlQuestions(plan, now);
  const vouched = new Set<string>();
  for (const milestone of milestones) if (await isVouched(milestone, source)) vouched.add(milestone);
  const keys = paths.map((path) => factKeyOf({ fact: "field", path }));
  const facts = await loadFacts(keys, source);
  return { vouched, fields: new Map(paths.map((path, index) => [path, facts[keys[index] ?? ""] ?? null])) };
};

interface Step {
  readonly plan: Plan;
  /** What was recorded before it. */
  readonly history: readonly Seen[];
  readonly now: readonly Seen[];
  readonly source: FactSource;
}

/**
 * The control points of a case's process that a step would break, as problems: on the record as it stands when they are asked,
 * and on all that was recorded of the case before.
 */
export const brokenControls = async (
  it: CaseInHand,
  { plan, history, now, source }: Step,
): Promise<readonly Problem[]> => {
  if (now.length === 0) return [];
  const { initiatorId } = it;
  const broken = brokenBy(plan, { initiatorId, history, now }, await answersTo(plan, now, source));
  return broken.map((control) =>
    problem(
      "CONTROL_POINT_BROKEN",
      { control: control.id },
      { sentence: controlSentence(plan.definition, control), whoCanClear: [{ role: "admin" }] },
    ),
  );
};
