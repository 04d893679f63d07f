import { vouchedMilestones } from "@sluice/domain";
import type { Control } from "../definition/control.ts";
import { factKeyOf } from "../kernel/fact.ts";
import type { Json } from "../kernel/json.ts";
import type { Plan } from "../kernel/plan.ts";
import { brokenBy, controlPointsIn, controlQuestions, type ControlAnswers } from "../verify/held.ts";
import type { Seen } from "../verify/seen.ts";
import { fieldsWritten, type Moment, type PastFacts } from "./pastFacts.ts";
import type { WalkedStep } from "./refold.ts";

interface Watched {
  readonly plan: Plan;
  readonly initiatorId: string | null;
  readonly facts: Pick<PastFacts, "answer">;
}

/**
 * Notes which control points of the plan that is tried the door would have held against a step of the replay, by the monitors
 * that it holds real cases by. The replay goes on all the same: what people decided is compared whole. What nobody can tell of
 * then is not held against anybody.
 */
export class DoorWatch {
  private readonly it: Watched;
  private readonly history: Seen[] = [];
  private readonly broken = new Set<string>();

  constructor(it: Watched) {
    this.it = it;
  }

  /** The ids of the control points that were broken so far. */
  get forbidden(): readonly string[] {
    return [...this.broken];
  }

  see(step: WalkedStep, moment: Moment): void {
    const { plan, initiatorId } = this.it;
    const now = controlPointsIn(plan, step.before, step.answer, step.event);
    if (now.length === 0) return;
    const { answers, unknown } = this.answersTo(now, step, moment);
    for (const control of brokenBy(plan, { initiatorId, history: this.history, now }, answers))
      if (!this.hangsOn(control, unknown)) this.broken.add(control.id);
    this.history.push(...now);
  }

  private hangsOn(control: Control, unknown: ReadonlySet<string>): boolean {
    if (control.must !== "passes") return false;
    return (this.it.plan.expressions.get(control.when)?.paths ?? []).some((path) => unknown.has(path));
  }

  private answersTo(
    now: readonly Seen[],
    step: WalkedStep,
    moment: Moment,
  ): { readonly answers: ControlAnswers; readonly unknown: ReadonlySet<string> } {
    const { plan, facts } = this.it;
    const { milestones, paths } = controlQuestions(plan, now);
    const written = new Map(fieldsWritten(step, plan.definition.kind === "lifeCycle"));
    const fields = new Map<string, Json>();
    const unknown = new Set<string>();
    for (const path of paths) {
      const value = written.get(path) ?? facts.answer(factKeyOf({ fact: "field", path }), moment);
      if (value === undefined) unknown.add(path);
      else fields.set(path, value);
    }
    return { answers: { vouched: new Set(milestones.filter((it) => this.isVouched(it, moment))), fields }, unknown };
  }

  private isVouched(milestone: string, moment: Moment): boolean {
    const { plan, facts } = this.it;
    return Object.entries(vouchedMilestones)
      .filter(([rule, all]) => rule.startsWith(`${plan.definition.recordType}.`) && all.includes(milestone))
      .some(([rule]) => {
        const reasons = facts.answer(factKeyOf({ fact: "rule", rule }), moment);
        return reasons === undefined || (Array.isArray(reasons) && reasons.length === 0);
      });
  }
}
