import {
  Background,
  type Connection,
  type FinalConnectionState,
  MarkerType,
  MiniMap,
  type NodeChange,
  type EdgeChange,
  ReactFlow,
  useReactFlow,
  useStore as useFlow,
} from "@xyflow/react";
import { type DragEvent, useCallback, useEffect, useMemo, useRef } from "react";
import { useCanvasKeys } from "../keyboard/useCanvasKeys.ts";
import { bottomOf } from "../layout/box.ts";
import { useTidyBands } from "../layout/useTidyBands.ts";
import { canConnect, connect } from "../model/connect.ts";
import { draggedOffer } from "../palette/kinds.ts";
import { QuickAddMenu } from "../palette/QuickAddMenu.tsx";
import { useSayings } from "../sayings/useSayings.ts";
import { addKind } from "../store/addKind.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { FarWires } from "../wires/FarWires.tsx";
import { InsertHere } from "../wires/InsertHere.tsx";
import { Wire } from "../wires/Wire.tsx";
import { BandNode } from "./BandNode.tsx";
import "./flow.css";
import { bandUnder, dropSteps } from "./dropSteps.ts";
import type { CanvasFlowNode, WireFlowEdge } from "./flowElements.ts";
import { HelperLines } from "./HelperLines.tsx";
import { placedLabels } from "./placedLabels.ts";
import { createEdgeProjection } from "./projectEdges.ts";
import { createNodeProjection } from "./projectNodes.ts";
import { snapDrag } from "./snapDrag.ts";
import { StepNode } from "./StepNode.tsx";
import { useFit } from "./useFit.ts";
import { useShowChosen } from "./useShowChosen.ts";
import { ZoomBar } from "./ZoomBar.tsx";
import css from "./canvas.module.css";

const nodeTypes = { step: StepNode, band: BandNode };
const edgeTypes = { wire: Wire };
const edgeDefaults = {
  markerEnd: { type: MarkerType.ArrowClosed, width: 15, height: 15, color: "var(--edge-strong)" },
};
const MANY_NODES = 150;
/** Below this zoom a large process shows its wires as one drawing: nobody could take hold of one of them. */
const AFAR = 0.4;
const noWires: WireFlowEdge[] = [];

/** The canvas: draws the store's definition and turns what people do on it into edits. Stands inside a `ReactFlowProvider`. */
export function Canvas() {
  const store = useCanvasStore();
  const sayings = useSayings();
  const flow = useReactFlow<CanvasFlowNode, WireFlowEdge>();
  const root = useRef<HTMLDivElement>(null);
  const isReady = useTidyBands();
  const fit = useFit();
  useCanvasKeys(root);
  useShowChosen(root);
  useEffect(() => {
    store.getState().setLanguage(sayings.language);
  }, [store, sayings.language]);

  const definition = useCanvas((state) => state.shown);
  const layout = useCanvas((state) => state.layout);
  const routes = useCanvas((state) => state.routes);
  const selection = useCanvas((state) => state.selection);
  const drag = useCanvas((state) => state.drag);
  const readOnly = useCanvas((state) => state.readOnly);
  const isLive = useCanvas((state) => state.live !== null);
  const projectNodes = useMemo(() => createNodeProjection(), []);
  const projectEdges = useMemo(() => createEdgeProjection(), []);
  const nodes = useMemo(
    () => projectNodes({ definition, layout, selection, drag, readOnly }),
    [projectNodes, definition, layout, selection, drag, readOnly],
  );
  const labels = useMemo(
    () => placedLabels({ definition, layout, routes }, sayings),
    [definition, layout, routes, sayings],
  );
  const edges = useMemo(
    () => projectEdges({ definition, layout, routes, selection, labels }, sayings),
    [projectEdges, definition, layout, routes, selection, labels, sayings],
  );

  const hasFitted = useRef(false);
  useEffect(() => {
    if (!isReady || hasFitted.current) return;
    hasFitted.current = true;
    fit();
  }, [isReady, fit]);

  const onNodesChange = useCallback(
    (changes: NodeChange<CanvasFlowNode>[]) => {
      const { drag: before, selection: chosen, select, set } = store.getState();
      const moved = changes.flatMap((change) =>
        change.type === "position" && change.dragging && change.position ? [[change.id, change.position] as const] : [],
      );
      if (moved.length > 0)
        set(snapDrag(store.getState(), { ...before, ...Object.fromEntries(moved) }, flow.getZoom()));
      const next = selected(chosen, changes);
      if (next) select(next);
    },
    [store, flow],
  );
  const onEdgesChange = useCallback(
    (changes: EdgeChange<WireFlowEdge>[]) => {
      const next = selected(store.getState().selection, changes);
      if (next) store.getState().select(next);
    },
    [store],
  );
  const onNodeDrag = useCallback(
    (_event: unknown, node: CanvasFlowNode) => {
      if (node.type !== "step") return;
      const under = bandUnder(store.getState(), node);
      if (under !== store.getState().dropBand) store.getState().set({ dropBand: under });
    },
    [store],
  );
  const onNodeDragStop = useCallback(() => dropSteps(store), [store]);
  const onConnect = useCallback(
    ({ source, target }: Connection) => void store.getState().apply(connect(source, target)),
    [store],
  );
  const isValidConnection = useCallback(
    ({ source, target }: Connection | WireFlowEdge) => canConnect(store.getState().definition, source, target),
    [store],
  );
  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, end: FinalConnectionState) => {
      if (end.isValid || !end.fromNode) return;
      const { clientX, clientY } =
        "changedTouches" in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event;
      const from = end.fromNode.id;
      const hit = document.elementsFromPoint(clientX, clientY);
      const step = hit
        .map((element) => element.closest<HTMLElement>("[data-step]")?.dataset["step"])
        .find((id) => id !== undefined);
      const title = hit
        .map(
          (element) =>
            element.closest<HTMLElement>("[data-band-title]")?.closest<HTMLElement>("[data-stage]")?.dataset["stage"],
        )
        .find((id) => id !== undefined);
      const target = step ?? title;
      if (target !== undefined) return void store.getState().apply(connect(from, target));
      const at = flow.screenToFlowPosition({ x: clientX, y: clientY });
      const place = placeAt(store.getState().layout, at);
      store.getState().set({ quickAdd: { screen: { x: clientX, y: clientY }, from, ...place } });
    },
    [store, flow],
  );
  const onDrop = useCallback(
    (event: DragEvent) => {
      const offer = draggedOffer(event);
      if (!offer) return;
      event.preventDefault();
      const at = flow.screenToFlowPosition({ x: event.clientX - 60, y: event.clientY - 24 });
      addKind(store, offer.kind, offer.called, {
        ...placeAt(store.getState().layout, at),
        ...(offer.block !== undefined && { block: offer.block }),
      });
    },
    [store, flow],
  );
  const isCrowded = useFlow(
    (state) =>
      (layout.bottom + 80) * state.transform[2] > state.height * 1.25 ||
      layout.right * state.transform[2] > state.width * 1.1,
  );
  const isFar = useFlow((state) => state.transform[2] < 0.55);
  const isAfar = useFlow((state) => nodes.length > MANY_NODES && state.transform[2] < AFAR);

  return (
    <div
      ref={root}
      className={css.canvas}
      tabIndex={-1}
      data-canvas
      data-ready={isReady}
      data-lod={isFar ? "far" : "near"}
      data-live-view={isLive}
      data-read-only={readOnly}
      data-steps={definition.nodes.length}
      onDrop={onDrop}
      onDragOver={(event) => event.preventDefault()}
    >
      <ReactFlow
        nodes={nodes}
        edges={isAfar ? noWires : edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        defaultEdgeOptions={edgeDefaults}
        onNodesChange={onNodesChange}
        onEdgesChange={onEdgesChange}
        onNodeDrag={onNodeDrag}
        onNodeDragStop={onNodeDragStop}
        onConnect={onConnect}
        onConnectEnd={onConnectEnd}
        isValidConnection={isValidConnection}
        onEdgeMouseEnter={(_event, edge) => store.getState().set({ hoveredEdge: edge.id })}
        onEdgeMouseLeave={() => store.getState().set({ hoveredEdge: null })}
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly}
        edgesReconnectable={false}
        zIndexMode="manual"
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={["Shift", "Control", "Meta"]}
        nodeDragThreshold={3}
        connectionRadius={24}
        panOnScroll
        zoomOnDoubleClick={false}
        attributionPosition="bottom-left"
        minZoom={0.2}
        maxZoom={1.6}
        onlyRenderVisibleElements={nodes.length > MANY_NODES}
        aria-label={sayings.say("canvas.label")}
      >
        <Background gap={22} size={1.4} color="var(--dot)" />
        <HelperLines />
        {isAfar ? <FarWires /> : <InsertHere labels={labels} />}
        {isCrowded && (
          <MiniMap
            pannable
            zoomable
            nodeColor="var(--line-strong)"
            nodeStrokeWidth={0}
            position="bottom-left"
            style={{ width: 130, height: 110, marginBottom: 26 }}
            ariaLabel={sayings.say("canvas.minimap")}
          />
        )}
      </ReactFlow>
      <ZoomBar onFit={fit} />
      <QuickAddMenu root={root} />
    </div>
  );
}

const selected = (
  before: readonly string[],
  changes: readonly (NodeChange<CanvasFlowNode> | EdgeChange<WireFlowEdge>)[],
): string[] | null => {
  const picks = changes.flatMap((change) => (change.type === "select" ? [change] : []));
  if (picks.length === 0) return null;
  const next = new Set(before);
  for (const { id, selected: isSelected } of picks) {
    if (isSelected) next.add(id);
    else next.delete(id);
  }
  return [...next];
};

/** The band under a point and the place in it; the nearest band when it lies between two. */
const placeAt = (
  {
    bands,
  }: {
    bands: readonly {
      stage: { id: string };
      box: { x: number; y: number; width: number; height: number };
      gapBelow: number;
    }[];
  },
  at: { x: number; y: number },
) => {
  const band = bands.find(({ box, gapBelow }) => at.y < bottomOf(box) + gapBelow / 2) ?? bands.at(-1);
  return band
    ? {
        stage: band.stage.id,
        position: { x: Math.round(at.x - band.box.x), y: Math.round(Math.max(44, at.y - band.box.y)) },
      }
    : {};
};
