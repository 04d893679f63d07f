import { vouchedMilestones } from "@sluice/domain";
import { problem, type Problem } from "@sluice/problems";
import type { Advanced } from "../kernel/answer.ts";
import type { Json } from "../kernel/json.ts";
import type { Plan } from "../kernel/plan.ts";
import { controlSentence } from "../verify/controlSentence.ts";
import { brokenBy, controlQuestions, type ControlAnswers } from "../verify/held.ts";
import type { Seen } from "../verify/seen.ts";
import type { SimulatedWorld } from "./world.ts";

interface Played {
  readonly plan: Plan;
  readonly world: SimulatedWorld;
  readonly initiatorId: string | null;
  /** What was seen of the case before. */
  readonly history: readonly Seen[];
}

/** Whether a rule of the record's type vouches for a milestone now. */
const isVouched = ({ plan, world }: Played, milestone: string): boolean =>
  Object.entries(vouchedMilestones).some(
    ([rule, milestones]) =>
      rule.startsWith(`${plan.definition.recordType}.`) &&
      milestones.includes(milestone) &&
      (world.rules?.[rule] ?? []).length === 0,
  );

const answersTo = (played: Played, now: readonly Seen[], { writes }: Advanced): ControlAnswers => {
  const { milestones, paths } = controlQuestions(played.plan, now);
  const written = new Map<string, Json>(
    writes.flatMap((write) => (write.write === "setField" ? [[write.path, write.value] as const] : [])),
  );
  return {
    vouched: new Set(milestones.filter((milestone) => isVouched(played, milestone))),
    fields: new Map(paths.map((path) => [path, written.get(path) ?? played.world.record[path] ?? null])),
  };
};

/** The control points that a step of a played case would break, as the door refuses them: by the same monitors. */
export const brokenControls = (played: Played, now: readonly Seen[], answer: Advanced): readonly Problem[] => {
  if (now.length === 0) return [];
  const { plan, initiatorId, history } = played;
  return brokenBy(plan, { initiatorId, history, now }, answersTo(played, now, answer)).map((control) =>
    problem(
      "CONTROL_POINT_BROKEN",
      { control: control.id },
      { sentence: controlSentence(plan.definition, control), whoCanClear: [{ role: "admin" }] },
    ),
  );
};
