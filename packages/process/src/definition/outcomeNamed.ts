import type { LocalText } from "@sluice/problems";
import type { Node } from "./node.ts";

/** What an outcome of a task is called in the drawing; undefined where the step names none such. */
export const outcomeNamed = (node: Node | null | undefined, outcome: string | null): LocalText | undefined =>
  node?.kind === "task" ? node.outcomes.find(({ key }) => key === outcome)?.name : undefined;
