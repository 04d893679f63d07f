import type { ProcessDefinition } from "@sluice/process";
import { ReactFlowProvider } from "@xyflow/react";
import { useEffect, useMemo } from "react";
import { useSayings } from "../canvas/sayings/useSayings.ts";
import { CanvasProvider } from "../canvas/store/canvasContext.ts";
import { createCanvasStore } from "../canvas/store/canvasStore.ts";
import { type LiveCount, liveOf } from "../canvas/store/live.ts";
import { Canvas } from "../canvas/view/Canvas.tsx";
import { LiveControls } from "./LiveControls.tsx";
import { LivePanel } from "./LivePanel.tsx";
import type { LiveView as View } from "./liveView.ts";
import css from "./studio.module.css";

/** What runs now, or ran at an instant, over the published version: counts by step, late ones, backlog tint, and who waits where. */
export function LiveView({
  definition,
  counts,
  view,
}: {
  readonly definition: ProcessDefinition;
  readonly counts: readonly LiveCount[];
  readonly view: View;
}) {
  const { say } = useSayings();
  const store = useMemo(() => createCanvasStore(definition, { readOnly: true }), [definition]);
  useEffect(() => {
    store.getState().set({ live: liveOf(definition, counts) });
  }, [store, definition, counts]);
  return (
    <ReactFlowProvider>
      <CanvasProvider value={store}>
        <div className={css.viewing}>
          <div className={css.stage} style={{ gridTemplateRows: "auto minmax(0, 1fr)" }}>
            <LiveControls processKey={definition.key} view={view} />
            <Canvas />
            <div className={css.legend}>
              <span>
                <i />
                {say("live.runningKey")}
              </span>
              <span>
                <i data-late />
                {say("live.lateKey")}
              </span>
              <span>
                <em />
                {say("live.backlog")}
              </span>
            </div>
          </div>
          <LivePanel view={view} />
        </div>
      </CanvasProvider>
    </ReactFlowProvider>
  );
}
