import type { ProcessDefinition } from "@sluice/process";

/** What an edit command answers: the definition after it, and the elements a person should be left looking at. */
export interface Edited {
  readonly definition: ProcessDefinition;
  readonly select?: readonly string[];
}

/** An edit as the store runs it: pure, from the definition before to the definition after. */
export type Edit = (definition: ProcessDefinition) => Edited;
