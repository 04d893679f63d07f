import { useReactFlow } from "@xyflow/react";
import { useCallback } from "react";
import { CounterExample } from "../canvas/controls/CounterExample.tsx";
import { FindPanel } from "../canvas/find/FindPanel.tsx";
import { Inspector } from "../canvas/inspector/Inspector.tsx";
import { findEdge, findMove } from "../canvas/model/elements.ts";
import { Palette } from "../canvas/palette/Palette.tsx";
import { ProblemList } from "../canvas/problems/ProblemList.tsx";
import { PasteReport } from "../canvas/references/PasteReport.tsx";
import { Sentences } from "../canvas/sentences/Sentences.tsx";
import { useCanvas, useCanvasStore } from "../canvas/store/canvasContext.ts";
import { Tree } from "../canvas/tree/Tree.tsx";
import { Canvas } from "../canvas/view/Canvas.tsx";
import css from "./studio.module.css";

/** Drawing: palette, canvas, settings, and the list of problems when it is asked for. */
export function DesignView({
  showsProblems,
  onCloseProblems,
}: {
  readonly showsProblems: boolean;
  readonly onCloseProblems: () => void;
}) {
  const store = useCanvasStore();
  const flow = useReactFlow();
  const readOnly = useCanvas((state) => state.readOnly);
  const walk = useCanvas((state) => state.walk);
  // A counter-example is played on the canvas, whatever was looked at.
  const view = useCanvas((state) => (state.walk ? "canvas" : state.view));
  const show = useCallback(
    (id: string) => {
      const { definition, layout } = store.getState();
      const seen = findEdge(definition, id)?.from ?? findMove(definition, id)?.stage.id ?? id;
      const box = layout.boxes.get(seen);
      if (box)
        void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2 + 60, {
          zoom: flow.getZoom(),
          duration: 200,
        });
    },
    [store, flow],
  );
  return (
    <div className={readOnly || view !== "canvas" ? css.viewing : css.design}>
      {!readOnly && view === "canvas" && <Palette />}
      <div className={css.stage}>
        {view === "canvas" ? <Canvas /> : view === "tree" ? <Tree /> : <Sentences />}
        <FindPanel />
        {!showsProblems && walk === null && <PasteReport onShow={show} />}
        {showsProblems && walk === null && <ProblemList onClose={onCloseProblems} onShow={show} />}
      </div>
      {walk ? <CounterExample key={walk.control} walk={walk} /> : <Inspector />}
    </div>
  );
}
