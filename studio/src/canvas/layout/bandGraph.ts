import type { Edge, Node, Step } from "@sluice/process";
import type { ElkNode, ElkPort } from "elkjs/lib/elk-api";
import { measures } from "./measures.ts";
import { isNamedBelow, sizeOf } from "./sizeOf.ts";

const options: Record<string, string> = {
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.edgeRouting": "ORTHOGONAL",
  "elk.padding": "[top=0,left=0,bottom=0,right=0]",
  "elk.spacing.nodeNode": String(measures.rowGap),
  "elk.spacing.edgeNode": "18",
  "elk.spacing.edgeEdge": "10",
  "elk.spacing.componentComponent": String(measures.unrelatedGap),
  "elk.separateConnectedComponents": "true",
  "elk.aspectRatio": "20",
  "elk.layered.spacing.nodeNodeBetweenLayers": String(measures.columnGap),
  "elk.layered.spacing.edgeNodeBetweenLayers": "18",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
  "elk.layered.considerModelOrder.components": "MODEL_ORDER",
  "elk.layered.considerModelOrder.longEdgeStrategy": "DUMMY_NODE_OVER",
  "elk.layered.crossingMinimization.forceNodeModelOrder": "true",
  "elk.layered.cycleBreaking.strategy": "MODEL_ORDER",
  "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
  "elk.layered.nodePlacement.bk.fixedAlignment": "BALANCED",
};

export const rowHeightOf = (node: Node): number => Math.max(measures.row, sizeOf(node).height);

const port = (step: Step, side: "WEST" | "EAST"): ElkPort => ({
  id: `${step.id}:${side}`,
  x: side === "WEST" ? 0 : sizeOf(step).width,
  y: rowHeightOf(step) / 2,
  width: 0,
  height: 0,
  layoutOptions: { "elk.port.side": side },
});

const margins = (step: Step): Record<string, string> =>
  isNamedBelow(step) ? { "elk.margins": `[top=0,left=12,bottom=${measures.labelBelow},right=12]` } : {};

/** The steps of one band and the wires between them, as a graph for ELK. Labels get the same room whatever they say. */
export const bandGraph = (stageId: string, steps: readonly Step[], edges: readonly Edge[]): ElkNode => ({
  id: stageId,
  layoutOptions: options,
  children: steps.map((step) => ({
    id: step.id,
    width: sizeOf(step).width,
    height: rowHeightOf(step),
    ports: [port(step, "WEST"), port(step, "EAST")],
    layoutOptions: { "elk.alignment": "LEFT", "elk.portConstraints": "FIXED_POS", ...margins(step) },
  })),
  edges: edges.map((edge) => ({
    id: edge.id,
    sources: [`${edge.from}:EAST`],
    targets: [`${edge.to}:WEST`],
    labels:
      edge.on.kind === "next" && !edge.name && edge.maxVisits === undefined
        ? []
        : [
            {
              id: `${edge.id}:label`,
              text: " ",
              width: measures.wireLabel,
              height: 20,
              layoutOptions: { "elk.edgeLabels.inline": "true" },
            },
          ],
  })),
});
