import type { Wait } from "./state.ts";
import type { Step } from "./step.ts";

/** Waits that an open incident holds are not asked again until an admin retries them. */
export const isStuck = (step: Pick<Step, "state">, wait: Wait): boolean =>
  step.state.incidents.some((incident) => incident.wait === wait.id);
