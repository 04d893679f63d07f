import type { Point } from "../layout/box.ts";
import { measures } from "../layout/measures.ts";
import { sizeOf } from "../layout/sizeOf.ts";
import type { NewStep } from "./addStep.ts";
import { blankNode } from "./blankNode.ts";
import type { Edit } from "./edited.ts";
import { findEdge, findNode, isStep, stageIdOf, stepsOf } from "./elements.ts";
import { insertOnEdge } from "./insertOnEdge.ts";

/**
 * Inserts on a wire as a person sees it: the new step takes its place right after the wire's source, and what stands to the
 * right of it in the band makes room. `drawn` are the places of the steps from their band's corner.
 */
export const insertDrawn =
  (edgeId: string, { kind, name }: Pick<NewStep, "kind" | "name">, drawn: Readonly<Record<string, Point>>): Edit =>
  (definition) => {
    const edge = findEdge(definition, edgeId);
    const source = edge && findNode(definition, edge.from);
    const target = edge && findNode(definition, edge.to);
    const stage = source && target && (stageIdOf(source) ?? stageIdOf(target));
    const at = source && isStep(source) ? drawn[source.id] : undefined;
    if (!source || !at || !stage) return insertOnEdge(edgeId, { kind, name })(definition);
    const { height, width } = sizeOf(blankNode(kind, { id: "x", name, stage, order: 0 }));
    const labelRoom = edge.on.kind === "next" ? 0 : 80;
    const x = at.x + sizeOf(source).width + measures.columnGap + labelRoom;
    const y = Math.round(at.y + (sizeOf(source).height - height) / 2);
    const inBand = stepsOf(definition, stage);
    const first = Math.min(...inBand.map((step) => drawn[step.id]?.x ?? Infinity).filter((left) => left > at.x));
    const push = Math.max(0, x + width + measures.columnGap - first);
    const nodes = definition.nodes.map((node) => {
      const place = isStep(node) && node.stage === stage ? drawn[node.id] : undefined;
      return place === undefined
        ? node
        : { ...node, position: { x: place.x > at.x ? place.x + push : place.x, y: place.y } };
    });
    return insertOnEdge(edgeId, { kind, name, position: { x, y } })({ ...definition, nodes });
  };
