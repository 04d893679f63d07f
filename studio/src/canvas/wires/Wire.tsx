import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from "@xyflow/react";
import { memo } from "react";
import { measures } from "../layout/measures.ts";
import { labelPoint, roundedPath } from "../layout/roundedPath.ts";
import { routeSteps } from "../layout/routeSteps.ts";
import { clsx } from "../nodes/clsx.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import type { WireFlowEdge } from "../view/flowElements.ts";
import css from "./wire.module.css";

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
  const isFlowing = useCanvas(({ live }) => (live?.byNode.get(target)?.open ?? 0) > 0 && live !== null);
  if (!data) return null;
  const points = follows
    ? routeSteps(
        { x: sourceX, y: sourceY, width: 0, height: 0 },
        { x: targetX, y: targetY, width: 0, height: 0 },
        Math.max(sourceY, targetY) + 50,
      )
    : data.route.points;
  const begins = follows ? undefined : data.route.labelAt;
  const at = begins ?? labelPoint(points);
  return (
    <>
      <BaseEdge
        id={id}
        path={roundedPath(points, measures.corner)}
        interactionWidth={18}
        className={clsx(isFlowing && css.flowing)}
        {...(markerEnd && { markerEnd })}
      />
      {data.label !== "" && (
        <EdgeLabelRenderer>
          <button
            type="button"
            className={clsx(css.label, data.quiet && css.quiet, selected && css.selected, "nodrag nopan")}
            style={{ transform: `translate(${begins ? 0 : -50}%, -50%) translate(${at.x}px, ${at.y}px)` }}
            title={data.title}
            data-wire={id}
            tabIndex={-1}
            onClick={() => store.getState().select([id])}
          >
            {data.label}
          </button>
        </EdgeLabelRenderer>
      )}
    </>
  );
});
