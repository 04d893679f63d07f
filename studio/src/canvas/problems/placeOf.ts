import type { ProcessDefinition } from "@sluice/process";
import { findEdge, findMove, findNode } from "../model/elements.ts";
import { type Sayings, textIn } from "../sayings/sayings.ts";
import type { Finding } from "./finding.ts";
import { elementOf } from "./problems.ts";

/** What the place of a finding is called: its step, stage or move; for a wire the step it leaves. Empty for the whole process. */
export const placeOf = (sayings: Sayings, definition: ProcessDefinition, finding: Finding): string => {
  const id = elementOf(finding);
  const named = findNode(definition, findEdge(definition, id)?.from ?? id) ?? findMove(definition, id)?.move;
  return textIn(sayings, named?.name) || id;
};
