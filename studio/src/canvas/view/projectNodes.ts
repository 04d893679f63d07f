import type { Node } from "@sluice/process";
import type { Box, Point } from "../layout/box.ts";
import type { Layout } from "../layout/layoutOf.ts";
import { isStep } from "../model/elements.ts";
import type { CanvasState } from "../store/canvasStore.ts";
import type { BandFlowNode, CanvasFlowNode, StepFlowNode } from "./flowElements.ts";
import { Z } from "./stacking.ts";

type Shown = Pick<CanvasState, "definition" | "layout" | "selection" | "drag" | "readOnly">;

interface Kept {
  readonly node: Node;
  readonly key: string;
  readonly flow: CanvasFlowNode;
}

const handlesOf = ({ width, height }: Box): NonNullable<StepFlowNode["handles"]> => [
  { type: "target", position: "left" as never, x: 0, y: height / 2, width: 1, height: 1 },
  { type: "source", position: "right" as never, x: width, y: height / 2, width: 1, height: 1 },
];

const bandNode = (
  node: BandFlowNode["data"]["node"],
  box: Box,
  selected: boolean,
  readOnly: boolean,
): BandFlowNode => ({
  id: node.id,
  type: "band",
  position: { x: box.x, y: box.y },
  width: box.width,
  height: box.height,
  selected,
  draggable: !readOnly,
  dragHandle: "[data-band-title]",
  zIndex: Z.band,
  data: { node },
});

const stepNode = (node: Node, box: Box, at: Point, selected: boolean): StepFlowNode => ({
  id: node.id,
  type: "step",
  ...(isStep(node) && { parentId: node.stage }),
  position: { x: at.x, y: at.y },
  width: box.width,
  height: box.height,
  handles: handlesOf(box),
  selected,
  zIndex: selected ? Z.chosenStep : Z.step,
  data: { node },
});

/**
 * Turns the definition into React Flow's nodes, bands before their steps. A node whose definition, place and selection are the
 * same keeps its very object, so that nothing is drawn again for its neighbour's sake.
 */
export const createNodeProjection = (): ((shown: Shown) => CanvasFlowNode[]) => {
  let kept = new Map<string, Kept>();
  return ({ definition, layout, selection, drag, readOnly }) => {
    const chosen = new Set(selection);
    const next = new Map<string, Kept>();
    const bands = definition.nodes.filter((node) => node.kind === "stage");
    const others = definition.nodes.filter((node) => node.kind !== "stage");
    const flow = [...bands, ...others].flatMap((node) => {
      const box = layout.boxes.get(node.id);
      if (!box) return [];
      const at = drag?.[node.id] ?? placeOf(node, box, layout);
      const selected = chosen.has(node.id);
      const key = `${at.x} ${at.y} ${box.width} ${box.height} ${selected} ${readOnly}`;
      const before = kept.get(node.id);
      const same = before && before.node === node && before.key === key;
      const made: CanvasFlowNode = same
        ? before.flow
        : node.kind === "stage"
          ? bandNode(node, { ...box, ...at }, selected, readOnly)
          : stepNode(node, box, at, selected);
      next.set(node.id, { node, key, flow: made });
      return [made];
    });
    kept = next;
    return flow;
  };
};

const placeOf = (node: Node, box: Box, layout: Layout): Point => {
  if (!isStep(node)) return box;
  const band = layout.boxes.get(node.stage);
  return { x: box.x - (band?.x ?? 0), y: box.y - (band?.y ?? 0) };
};
