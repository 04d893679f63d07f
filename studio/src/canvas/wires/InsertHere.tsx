import { IconPlus } from "@tabler/icons-react";
import { EdgeLabelRenderer } from "@xyflow/react";
import { labelPoint } from "../layout/roundedPath.ts";
import { findEdge } from "../model/elements.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import type { PlacedLabel } from "../view/placedLabels.ts";
import css from "./wire.module.css";

/** The + on the wire under the pointer, or on the one selected: one button for all wires, so that wires stay light. */
export function InsertHere({ labels }: { readonly labels: ReadonlyMap<string, PlacedLabel> }) {
  const { say } = useSayings();
  const store = useCanvasStore();
  const id = useCanvas(
    ({ hoveredEdge, selection }) => hoveredEdge ?? (selection.length === 1 ? selection[0] : undefined),
  );
  const isWire = useCanvas(
    ({ definition, readOnly, drag }) =>
      !readOnly && drag === null && id !== undefined && findEdge(definition, id) !== null,
  );
  const route = useCanvas(({ routes }) => (id === undefined ? undefined : routes.get(id)));
  if (!isWire || id === undefined || !route) return null;
  const middle = labelPoint(route.points);
  const label = labels.get(id);
  const covers = label !== undefined && Math.abs(label.x - middle.x) < 70 && Math.abs(label.y - middle.y) < 20;
  const at = covers ? { x: middle.x, y: label.y + 21 } : middle;
  return (
    <EdgeLabelRenderer>
      <button
        type="button"
        className={`${css.insert} nodrag nopan`}
        style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}
        aria-label={say("wire.insert")}
        onMouseEnter={() => store.getState().set({ hoveredEdge: id })}
        onClick={(event) =>
          store.getState().set({ quickAdd: { screen: { x: event.clientX, y: event.clientY }, edge: id } })
        }
      >
        <IconPlus size={13} stroke={2} aria-hidden />
      </button>
    </EdgeLabelRenderer>
  );
}
