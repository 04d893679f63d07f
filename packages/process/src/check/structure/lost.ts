import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { isError } from "../finding.ts";
import { graphOf } from "../graph.ts";
import { splitsAcrossStages } from "./splits.ts";
import { noWayOut, unreachable } from "./ways.ts";
import { problemsOfWholeness } from "./wholeness.ts";

/**
 * What work does not come to or out of in a definition, as the checker says it: steps that nothing leads to, from which no end is
 * reached, and wires that cut off the other paths of a split. Null for a definition that is not whole.
 *
 * Two walks over the graph and no more: cheap enough to ask what an edit would bring before it is offered.
 */
export const lostIn = (definition: ProcessDefinition): ReadonlySet<string> | null => {
  if (problemsOfWholeness(definition).length > 0) return null;
  const graph = graphOf(definition);
  const found = [unreachable, noWayOut, splitsAcrossStages].flatMap((check) => check(graph, {}));
  return new Set(found.filter(isError).map(({ code, node = "", edge = "" }) => `${code} ${node} ${edge}`));
};
