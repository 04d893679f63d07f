import type { Advanced, KernelAnswer } from "../kernel/answer.ts";
import type { Actor, CaseEvent, Happening } from "../kernel/event.ts";
import { controlPointsIn } from "../verify/held.ts";
import type { Seen } from "../verify/seen.ts";
import { brokenControls } from "./heldTo.ts";
import { problemsOfRights } from "./rightsHeld.ts";
import { Simulation } from "./simulation.ts";

type Forbidden = Happening & { type: "forbidden" };

const isMachines = (happening: Happening): happening is Forbidden["happening"] =>
  ["start", "firstStep", "alarmRang", "effectDone", "effectFailed", "message", "childEnded"].includes(happening.type);

/**
 * A played case that is held to what the door holds real ones to besides their drawing: the rights of people, and the control
 * points of its process. What a person would break is refused, what the machine would break is left undone, and is an incident
 * where its step says nothing else.
 */
export class HeldCase extends Simulation {
  private readonly history: Seen[] = [];
  private counted = 0;

  override send(happening: Happening, actor: Actor): KernelAnswer {
    const answer = super.send(happening, actor);
    const [first] = answer.answer === "refused" ? answer.problems : [];
    if (first?.code !== "CONTROL_POINT_BROKEN" || actor.kind === "person" || !isMachines(happening)) return answer;
    const { code, values } = first;
    const instead: Forbidden = { type: "forbidden", happening, code, values: values as Forbidden["values"] };
    const otherwise = super.send(instead, actor);
    return otherwise.answer === "refused" ? super.send({ ...instead, standing: true }, actor) : otherwise;
  }

  protected override allowed(event: CaseEvent, answer: KernelAnswer): KernelAnswer {
    const byRights = problemsOfRights(this.plan, this.world, event);
    if (byRights.length > 0) return { answer: "refused", problems: byRights };
    if (answer.answer !== "advanced" || (this.plan.definition.controls ?? []).length === 0) return answer;
    const problems = brokenControls(
      { plan: this.plan, world: this.world, initiatorId: this.state.initiatorId, history: this.seenBefore() },
      this.seenIn(event, answer),
      answer,
    );
    return problems.length === 0 ? answer : { answer: "refused", problems };
  }

  private seenIn(event: CaseEvent, answer: Advanced): readonly Seen[] {
    return controlPointsIn(this.plan, this.state, answer, event);
  }

  /** What was seen of the case so far, each step looked at once. */
  private seenBefore(): readonly Seen[] {
    for (const { event, before, answer } of this.steps.slice(this.counted))
      this.history.push(...controlPointsIn(this.plan, before, answer, event));
    this.counted = this.steps.length;
    return this.history;
  }
}
