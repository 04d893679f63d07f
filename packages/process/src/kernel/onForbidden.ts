import type { Happening } from "./event.ts";
import { isStuck } from "./isStuck.ts";
import { isDeadline, isOfAge } from "./ownSlots.ts";
import { raiseIncident } from "./raiseIncident.ts";
import { overcome } from "./reaction.ts";
import { Superseded } from "./signals.ts";
import type { Wait } from "./state.ts";
import type { Step } from "./step.ts";

type Forbidden = Happening & { type: "forbidden" };

const duesOf = (step: Step, dueAt: string): readonly Wait[] => {
  const until = dueAt > step.event.at ? dueAt : step.event.at;
  return step.state.waits
    .filter((wait) => wait.kind === "timer")
    .filter((wait) => wait.dueAt <= until && !isStuck(step, wait))
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
};

/** The alarm that is held: the earliest, but none that only says how old a stay has grown, which no rule forbids. */
const firstDue = (step: Step, dueAt: string): Wait | undefined => {
  const due = duesOf(step, dueAt);
  return due.find((wait) => !isOfAge(wait) && !isDeadline(wait)) ?? due[0];
};

const waitOf = (step: Step, { happening }: Forbidden): Wait | undefined => {
  const { waits } = step.state;
  switch (happening.type) {
    case "start":
    case "firstStep":
      return undefined;
    case "alarmRang":
      return firstDue(step, happening.dueAt);
    case "effectDone":
    case "effectFailed":
      return waits.find((wait) => wait.kind === "effect" && wait.id === happening.effect);
    case "message":
      return waits.find(
        (wait) =>
          wait.kind === "message" &&
          wait.message === happening.message &&
          (wait.key === null || wait.key === happening.key) &&
          !isStuck(step, wait),
      );
    case "childEnded":
      return waits.find((wait) => wait.kind === "child" && wait.id === happening.childKey);
  }
};

/** Whether nothing but this wait can have been forbidden: of several alarms due at once nobody knows which it was. */
const isAlone = (step: Step, { happening }: Forbidden): boolean =>
  happening.type !== "alarmRang" || duesOf(step, happening.dueAt).length === 1;

/**
 * Does what the step says of what cannot be taken in it; where it says nothing, or that was forbidden too (`standing`), leaves
 * the case as it was, with an incident on the wait that should have ended: it neither rings nor is asked again until
 * a person retries or skips it. Of several alarms due at once the earliest is held; the others ring again by themselves.
 */
export const onForbidden = (step: Step, event: Forbidden): void => {
  const { code, values } = event;
  const cause = { code, values, whoCanClear: [] };
  if (event.happening.type === "firstStep" && !step.state.firstStep) throw new Superseded();
  if (event.happening.type === "start" || event.happening.type === "firstStep")
    return raiseIncident(step, { node: step.plan.start.id, token: null, wait: null }, cause, event.happening);
  const wait = waitOf(step, event);
  if (!wait || isStuck(step, wait)) throw new Superseded();
  const token = step.state.tokens.find((it) => it.id === wait.token);
  if (token && !event.standing && isAlone(step, event) && overcome(step, token, cause)) return;
  const happening: Happening = wait.kind === "timer" ? { type: "alarmRang", dueAt: wait.dueAt } : event.happening;
  raiseIncident(step, { node: wait.node, token: wait.token, wait: wait.id }, cause, happening);
};
