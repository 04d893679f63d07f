import { ViewportPortal } from "@xyflow/react";
import { useCanvas } from "../store/canvasContext.ts";
import css from "./canvas.module.css";

/** The lines that the step under the pointer meets. */
export function HelperLines() {
  const guides = useCanvas((state) => (state.drag === null ? null : state.guides));
  const right = useCanvas(({ layout }) => layout.right);
  const bottom = useCanvas(({ layout }) => layout.bottom);
  if (guides === null) return null;
  return (
    <ViewportPortal>
      {guides.x !== undefined && (
        <i className={css.guide} data-guide="x" style={{ left: guides.x, top: 0, width: 1, height: bottom }} />
      )}
      {guides.y !== undefined && (
        <i className={css.guide} data-guide="y" style={{ left: 0, top: guides.y, width: right, height: 1 }} />
      )}
    </ViewportPortal>
  );
}
