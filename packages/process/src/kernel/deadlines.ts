import { problem } from "@sluice/problems";
import type { Control } from "../definition/control.ts";
import { isPoint, seenIn } from "../verify/seen.ts";
import { CONTROL_DEADLINE } from "./ownSlots.ts";
import { raiseIncident } from "./raiseIncident.ts";
import type { CaseState, Wait } from "./state.ts";
import type { Step } from "./step.ts";

type Follows = Extract<Control, { must: "followedBy" }>;

const timed = (step: Step): readonly Follows[] =>
  (step.plan.definition.controls ?? []).filter(
    (control): control is Follows => control.must === "followedBy" && control.within !== undefined,
  );

const set = (step: Step, { id, within }: Follows): void => {
  if (!within || step.state.waits.some((wait) => wait.slot === CONTROL_DEADLINE + id)) return;
  const [dueAt] = step.look([{ fact: "dueAt", from: step.event.at, span: within }]);
  const at = { token: null, node: step.plan.start.id, slot: CONTROL_DEADLINE + id };
  step.addWait({ ...at, id: step.newKey(), kind: "timer", dueAt: dueAt as string });
};

const lift = (step: Step, { id }: Follows): void => {
  for (const wait of step.state.waits.filter(({ slot }) => slot === CONTROL_DEADLINE + id)) step.removeWait(wait.id);
};

/** Sets the deadline of each control point whose moment the step has come to, and lifts those of what has followed. */
export const keepDeadlines = (step: Step, before: CaseState): void => {
  const controls = timed(step);
  if (controls.length === 0 || step.state.status === "ended") return;
  const { event } = step;
  const done = { writes: step.writes, state: step.state, used: {} };
  for (const seen of seenIn(step.plan, before, done, { happening: event, vouched: {} })) {
    for (const control of controls) {
      if (control.by.some((point) => isPoint(point, seen))) lift(step, control);
      else if (isPoint(control.point, seen)) set(step, control);
    }
  }
};

/** What had to follow has not followed in time: an incident, told like every other; the case goes on meanwhile. */
export const ringDeadline = (step: Step, wait: Wait): void => {
  step.removeWait(wait.id);
  const cause = problem("CONTROL_POINT_OVERDUE", { control: wait.slot.slice(CONTROL_DEADLINE.length) });
  raiseIncident(step, { node: step.plan.start.id, token: null, wait: null }, cause, { type: "factsChanged" });
};
