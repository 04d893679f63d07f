import type { Edge, ProcessDefinition } from "@sluice/process";
import { addMove } from "./addMove.ts";
import type { Edit } from "./edited.ts";
import { findNode, takenIds } from "./elements.ts";
import { freshId } from "./freshId.ts";
import { leadsTo } from "./leadsTo.ts";
import { nextCondition } from "./nextCondition.ts";

/** Whether a wire may be drawn: never into a start, out of an end, onto itself, or a second time unless another outcome leads there too. */
export const canConnect = (definition: ProcessDefinition, from: string, to: string): boolean => {
  const source = findNode(definition, from);
  const target = findNode(definition, to);
  if (!source || !target || from === to) return false;
  if (source.kind === "end" || target.kind === "start") return false;
  if (source.kind === "stage") return true;
  const isNew = !definition.edges.some((edge) => edge.from === from && edge.to === to);
  return isNew || nextCondition(definition, source).kind === "outcome";
};

/** Draws a wire from a step. Out of a stage it is a move. A wire that goes back is bounded from birth. */
export const connect =
  (from: string, to: string): Edit =>
  (definition) => {
    const source = findNode(definition, from);
    if (!source || !canConnect(definition, from, to)) return { definition };
    if (source.kind === "stage") return addMove({ stage: from, to })(definition);
    const edge: Edge = {
      id: freshId(takenIds(definition), `${from}-${to}`.slice(0, 50)),
      from,
      to,
      on: nextCondition(definition, source),
      ...(leadsTo(definition, to, from) && { maxVisits: 10 }),
    };
    return { definition: { ...definition, edges: [...definition.edges, edge] }, select: [edge.id] };
  };
