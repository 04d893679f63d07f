import { ViewportPortal } from "@xyflow/react";
import { useMemo } from "react";
import { useCanvas } from "../store/canvasContext.ts";
import css from "./wire.module.css";

/** All wires as one drawing, for a large process seen from afar: without labels, and nothing of it takes the pointer. */
export function FarWires() {
  const routes = useCanvas((state) => state.routes);
  const path = useMemo(
    () =>
      [...routes.values()]
        .map(({ points }) => points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x},${y}`).join(""))
        .join(""),
    [routes],
  );
  return (
    <ViewportPortal>
      <svg className={css.far} width={1} height={1} aria-hidden data-far-wires>
        <path d={path} />
      </svg>
    </ViewportPortal>
  );
}
