import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from "@xyflow/react";
import { memo } from "react";
import { measures } from "../layout/measures.ts";
import { labelPoint, roundedPath } from "../layout/roundedPath.ts";
import { routeSteps } from "../layout/routeSteps.ts";
import { clsx } from "../nodes/clsx.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { legOf } from "../store/walk.ts";
import type { WireFlowEdge } from "../view/flowElements.ts";
import css from "./wire.module.css";

/** How far a label is shifted, so that its wire meets it in the middle or near one of its ends. */
const shifts = {
  left: "translate(6px, 0) translate(-100%, -50%)",
  middle: "translate(-50%, -50%)",
  right: "translate(-6px, -50%)",
} as const;

/** A wire along its stored route. Only while one of its ends is dragged does it follow React Flow's coordinates. */
export const Wire = memo(function Wire({
  id,
  source,
  target,
  sourceX,
  sourceY,
  targetX,
  targetY,
  data,
  selected,
  markerEnd,
}: EdgeProps<WireFlowEdge>) {
  const store = useCanvasStore();
  const follows = useCanvas(({ drag }) => drag !== null && (source in drag || target in drag));
  const isFlowing = useCanvas(
    ({ live }) => (live?.byNode.get(source)?.open ?? 0) > 0 && (live?.byNode.get(target)?.open ?? 0) > 0,
  );
  const wasTaken = useCanvas(({ trail }) => {
    if (trail?.taken) return trail.taken.has(id) || trail.taken.has(legOf(source, target));
    return trail !== null && trail.visited.has(source) && (trail.visited.has(target) || trail.open.has(target));
  });
  const change = useCanvas(({ changes }) => changes?.get(id));
  if (!data) return null;
  const points = follows
    ? routeSteps(
        { x: sourceX, y: sourceY, width: 0, height: 0 },
        { x: targetX, y: targetY, width: 0, height: 0 },
        { floor: Math.max(sourceY, targetY) + 50 },
      )
    : data.route.points;
  const { label } = data;
  const at = follows || label === undefined ? { ...labelPoint(points), side: "middle" as const } : label;
  return (
    <>
      <BaseEdge
        id={id}
        path={roundedPath(points, measures.corner)}
        interactionWidth={18}
        className={clsx(isFlowing && css.flowing, wasTaken && css.taken, change && css[change])}
        {...(markerEnd && { markerEnd })}
      />
      {label && (
        <EdgeLabelRenderer>
          <button
            type="button"
            className={clsx(css.label, data.quiet && css.quiet, selected && css.selected, "nodrag nopan")}
            style={{ transform: `${shifts[at.side]} translate(${at.x}px, ${at.y}px)` }}
            title={data.title}
            data-wire={id}
            tabIndex={-1}
            onClick={() => store.getState().select([id])}
          >
            {label.text}
          </button>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
