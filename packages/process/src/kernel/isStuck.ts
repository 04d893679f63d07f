import { isShut } from "./hold.ts";
import type { Wait } from "./state.ts";
import type { Step } from "./step.ts";

/** Waits that an open incident holds are not asked again until an admin retries them; nor are moves while a gate holds the record. */
export const isStuck = (step: Pick<Step, "state" | "plan">, wait: Wait): boolean =>
  step.state.incidents.some((incident) => incident.wait === wait.id) || isShut(step, wait);
