import { exampleOf, type Finding } from "../problems/finding.ts";
import type { CanvasStore } from "../store/canvasStore.ts";
import { walkAt } from "../store/walk.ts";

/** Opens the way on which a control point fails, at its first step. */
export const showHow = (store: CanvasStore, control: string, finding: Finding): void => {
  const steps = exampleOf(finding);
  if (steps.length === 0) return;
  const chosen = store.getState().selection;
  store.getState().select([]);
  store.getState().set(walkAt({ control, steps, at: 0, chosen }, 0));
};
