import type { Edge } from "../../definition/edge.ts";
import type { Node } from "../../definition/node.ts";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { bpmnOf } from "../../nodes/nodeBpmns.ts";
import { grouped } from "../grouped.ts";
import { shownName } from "../shownName.ts";
import { put, type Drawing } from "./drawing.ts";
import { drawStages } from "./drawStages.ts";
import { drawWiresOf, leavesByBorder } from "./drawWires.ts";
import { mergeBefore } from "./mergeBefore.ts";
import { newRoots } from "./roots.ts";

const drawNode = (drawing: Drawing, node: Node, isGuarded: boolean): void => {
  const bpmn = bpmnOf(node);
  const settings = node.kind === "stage" ? { ...node, moves: [] } : node;
  put(drawing, {
    id: node.id,
    element: bpmn.element(node, isGuarded),
    name: shownName(node.name) || node.id,
    of: node.kind === "stage" || node.kind === "start" ? null : node.stage,
    attributes: bpmn.attributes?.(node, drawing.roots, isGuarded) ?? {},
    inside: bpmn.inside?.(node, drawing.roots, isGuarded) ?? [],
    note: node.note,
    settings: { node: settings },
    at: "position" in node ? node.position : undefined,
  });
};

/** Everything that a definition's file shows, and the wires it can only keep. */
export const drawingOf = (
  definition: ProcessDefinition,
): { readonly drawing: Drawing; readonly undrawn: readonly Edge[] } => {
  const { nodes, edges } = definition;
  const drawing: Drawing = { shapes: new Map(), flows: [], roots: newRoots() };
  const outOf = grouped(edges, ({ from }) => from);
  const stageOf = new Map(
    nodes.flatMap((node) =>
      node.kind === "start" ? [] : [[node.id, node.kind === "stage" ? node.id : node.stage] as const],
    ),
  );
  for (const node of nodes) drawNode(drawing, node, (outOf.get(node.id) ?? []).some(leavesByBorder));
  const undrawn = nodes.flatMap((node): readonly Edge[] => {
    const out = outOf.get(node.id) ?? [];
    if (node.kind === "stage") return out;
    if (node.kind !== "start") return drawWiresOf(drawing, node, out, stageOf);
    const [first, ...others] = out;
    if (first)
      drawing.flows.push({
        id: first.id,
        from: node.id,
        to: stageOf.get(first.to) as string,
        of: null,
        settings: { edge: first },
      });
    return others;
  });
  drawStages(drawing, definition);
  mergeBefore(drawing);
  return { drawing, undrawn };
};
