import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { definitionOf, elementsOf } from "./elements.ts";
import { leftWhole } from "./leftWhole.ts";

/** One drawing of two versions: the newer one, with what is gone where it used to be. To be looked at only. */
export const drawnTogether = (before: ProcessDefinition, after: ProcessDefinition): ProcessDefinition => {
  const now = elementsOf(after);
  const gone = [...elementsOf(before)].filter(([key]) => !now.has(key));
  return definitionOf(leftWhole(new Map([...now, ...gone]), now).elements);
};
