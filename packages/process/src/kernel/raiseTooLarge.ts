import { machineReason, problem } from "@sluice/problems";
import type { CaseEvent, Happening } from "./event.ts";
import { raiseIncident } from "./raiseIncident.ts";
import { Superseded } from "./signals.ts";
import type { Wait } from "./state.ts";
import type { Step } from "./step.ts";

const waitOf = (step: Step, event: CaseEvent): Wait | undefined => {
  switch (event.type) {
    case "effectDone":
    case "effectFailed":
      return step.state.waits.find((wait) => wait.id === event.effect);
    case "childEnded":
      return step.state.waits.find((wait) => wait.id === event.childKey);
    case "alarmRang":
      return step.state.waits.find((wait) => wait.kind === "timer" && wait.dueAt <= event.dueAt);
    default:
      return undefined;
  }
};

/** What brought too much is not kept: a retry asks for it anew. */
const happeningOf = (event: CaseEvent): Happening => {
  switch (event.type) {
    case "effectDone":
      return { type: "effectFailed", effect: event.effect, reason: machineReason("answerTooLarge"), unknown: false };
    case "start":
      return { type: "start", variables: {} };
    default: {
      const { at: _at, actor: _actor, ...happening } = event;
      return happening;
    }
  }
};

/** Records that a machine's event would have made the state too large. Heard once only: what is stuck already is not told again. */
export const raiseTooLarge = (step: Step, event: CaseEvent): void => {
  const wait = waitOf(step, event);
  if (wait && step.state.incidents.some((incident) => incident.wait === wait.id)) throw new Superseded();
  const place = { node: wait?.node ?? step.plan.start.id, token: wait?.token ?? null, wait: wait?.id ?? null };
  raiseIncident(step, place, problem("STATE_TOO_LARGE"), happeningOf(event));
};
