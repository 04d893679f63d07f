import type { Step } from "./step.ts";

/** Has the children that this case waits for stand still, or go on, with it. What it does not wait for lives on its own. */
export const tellChildren = (step: Step, act: "suspend" | "resume"): void => {
  const keys = step.state.waits.filter((wait) => wait.kind === "child").map(({ id }) => id);
  if (keys.length > 0) step.writes.push({ write: "tellChildren", keys, act });
};
