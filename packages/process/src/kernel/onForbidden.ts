import { raiseIncident } from "./attempt.ts";
import type { Happening } from "./event.ts";
import { isStuck } from "./isStuck.ts";
import { Superseded } from "./signals.ts";
import type { Wait } from "./state.ts";
import type { Step } from "./step.ts";

type Forbidden = Happening & { type: "forbidden" };

const waitOf = (step: Step, { happening }: Forbidden): Wait | undefined => {
  if (happening.type !== "alarmRang") return step.state.waits.find((wait) => wait.kind === "effect" && wait.id === happening.effect);
  const until = happening.dueAt > step.event.at ? happening.dueAt : step.event.at;
  return step.state.waits
    .filter((wait) => wait.kind === "timer")
    .filter((wait) => wait.dueAt <= until && !isStuck(step, wait))
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))[0];
};

/**
 * Leaves the case as it was, with an incident on the wait that should have ended: it neither rings nor is asked again until
 * a person retries or skips it. Of several alarms due at once the earliest is held; the others ring again by themselves.
 */
export const onForbidden = (step: Step, event: Forbidden): void => {
  const wait = waitOf(step, event);
  if (!wait || isStuck(step, wait)) throw new Superseded();
  const { code, values } = event;
  const happening: Happening = wait.kind === "timer" ? { type: "alarmRang", dueAt: wait.dueAt } : event.happening;
  raiseIncident(step, { node: wait.node, token: wait.token, wait: wait.id }, { code, values, whoCanClear: [] }, happening);
};
