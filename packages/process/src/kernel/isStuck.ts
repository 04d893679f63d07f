import { isShut } from "./hold.ts";
import type { Wait } from "./state.ts";
import type { Step } from "./step.ts";

/** Whether an open incident holds this wait. */
export const isBroken = (step: Pick<Step, "state">, wait: Wait): boolean =>
  step.state.incidents.some((incident) => incident.wait === wait.id);

/** Waits that an open incident holds are not asked again until an admin retries them; nor are moves while a gate holds the record. */
export const isStuck = (step: Pick<Step, "state" | "plan">, wait: Wait): boolean =>
  isBroken(step, wait) || isShut(step, wait);
