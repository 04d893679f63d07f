import type { Edge, Move } from "@sluice/process";
import type { Route } from "../layout/routesOf.ts";
import type { Sayings } from "../sayings/sayings.ts";
import type { CanvasState } from "../store/canvasStore.ts";
import { wireTitle } from "../wires/wireLabel.ts";
import type { WireFlowEdge } from "./flowElements.ts";
import type { PlacedLabel } from "./placedLabels.ts";
import { Z } from "./stacking.ts";

type Shown = Pick<CanvasState, "definition" | "layout" | "routes" | "selection"> & {
  readonly labels: ReadonlyMap<string, PlacedLabel>;
};

const samePlace = (one: PlacedLabel | undefined, other: PlacedLabel | undefined): boolean =>
  one?.text === other?.text && one?.x === other?.x && one?.y === other?.y && one?.side === other?.side;

const sameRoute = (one: Route, other: Route): boolean =>
  one.points.length === other.points.length &&
  one.points.every((point, index) => point.x === other.points[index]?.x && point.y === other.points[index]?.y);

/** Turns wires and moves into React Flow's edges; one whose definition, route, label and selection are the same keeps its object. */
export const createEdgeProjection = (): ((shown: Shown, sayings: Sayings) => WireFlowEdge[]) => {
  let kept = new Map<string, WireFlowEdge>();
  return ({ definition, layout, routes, selection, labels }, sayings) => {
    const chosen = new Set(selection);
    const next = new Map<string, WireFlowEdge>();
    const add = (element: Edge | Move, source: string, sourceHandle: string | null, title: string, quiet: boolean) => {
      const route = routes.get(element.id);
      if (!route || route.points.length < 2) return;
      const before = kept.get(element.id);
      const selected = chosen.has(element.id);
      const label = labels.get(element.id);
      const same =
        before?.data?.element === element &&
        samePlace(before.data.label, label) &&
        before.selected === selected &&
        sameRoute(before.data.route, route);
      next.set(
        element.id,
        same
          ? before
          : {
              id: element.id,
              type: "wire",
              source,
              target: element.to,
              ...(sourceHandle !== null && { sourceHandle }),
              selected,
              zIndex: selected ? Z.chosenWire : Z.wire,
              data: { element, route, ...(label && { label }), title, quiet },
            },
      );
    };
    for (const edge of definition.edges) {
      add(edge, edge.from, null, wireTitle(sayings, definition, edge), edge.on.kind === "default");
    }
    for (const { stage } of layout.bands) for (const move of stage.moves) add(move, stage.id, move.id, "", false);
    kept = next;
    return [...next.values()];
  };
};
