import { addStep, type NewStep } from "./addStep.ts";
import type { Edit } from "./edited.ts";
import { findEdge, findNode, stageIdOf, takenIds } from "./elements.ts";
import { freshId } from "./freshId.ts";
import { nextCondition } from "./nextCondition.ts";

/**
 * Puts a new step on a wire. The old wire keeps its condition and ends at the new step; a second one goes on to where the old
 * one ended. The step lies in the band of the wire's source (of its target when that is a start).
 */
export const insertOnEdge =
  (edgeId: string, { kind, name, position, block }: Omit<NewStep, "stage">): Edit =>
  (definition) => {
    const edge = findEdge(definition, edgeId);
    const from = edge && findNode(definition, edge.from);
    const to = edge && findNode(definition, edge.to);
    if (!edge || !from || !to || kind === "start") return { definition };
    const stage = stageIdOf(from) ?? stageIdOf(to) ?? undefined;
    const added = addStep({
      kind,
      name,
      ...(stage && { stage }),
      ...(position && { position }),
      ...(block !== undefined && { block }),
    })(definition);
    const [id] = added.select ?? [];
    const step = id === undefined ? null : findNode(added.definition, id);
    if (!step) return { definition };
    const { maxVisits: _moved, ...first } = edge;
    const onward =
      kind === "end"
        ? []
        : [
            {
              id: freshId(takenIds(added.definition), `${step.id}-${edge.to}`.slice(0, 50)),
              from: step.id,
              to: edge.to,
              on: nextCondition(added.definition, step),
              ...(edge.maxVisits !== undefined && { maxVisits: edge.maxVisits }),
            },
          ];
    const edges = added.definition.edges.flatMap((each) =>
      each.id === edgeId ? [{ ...first, to: step.id }, ...onward] : [each],
    );
    return { definition: { ...added.definition, edges }, select: [step.id] };
  };
