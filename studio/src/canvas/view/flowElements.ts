import type { Edge, Move, Node } from "@sluice/process";
import type { Edge as FlowEdge, Node as FlowNode } from "@xyflow/react";
import type { Route } from "../layout/routesOf.ts";
import type { PlacedLabel } from "./placedLabels.ts";

export type StepFlowNode = FlowNode<{ readonly node: Node }, "step">;
export type BandFlowNode = FlowNode<{ readonly node: Extract<Node, { kind: "stage" }> }, "band">;
export type CanvasFlowNode = StepFlowNode | BandFlowNode;

export interface WireData extends Record<string, unknown> {
  readonly route: Route;
  readonly label?: PlacedLabel;
  readonly title: string;
  readonly quiet: boolean;
  readonly element: Edge | Move;
}
export type WireFlowEdge = FlowEdge<WireData, "wire">;
