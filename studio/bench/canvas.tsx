import "../src/styles/layers.css";
import "@mantine/core/styles.layer.css";
import "@fontsource-variable/inter/index.css";
import "../src/styles/tokens.css";
import "../src/styles/base.css";
import { MantineProvider } from "@mantine/core";
import { ReactFlowProvider, useReactFlow } from "@xyflow/react";
import { useEffect } from "react";
import { createRoot } from "react-dom/client";
import "../src/i18n/i18n.ts";
import { CanvasProvider } from "../src/canvas/store/canvasContext.ts";
import { createCanvasStore } from "../src/canvas/store/canvasStore.ts";
import { Canvas } from "../src/canvas/view/Canvas.tsx";
import { aProcessOf } from "./aThousandSteps.ts";
import { offer, wantedNodes } from "./measured.ts";

const definition = aProcessOf(wantedNodes());
const store = createCanvasStore(definition);

/** The canvas as the studio shows it, filling the page, offered to whoever measures it. */
function Offered() {
  const flow = useReactFlow();
  useEffect(() => {
    offer({
      nodes: definition.nodes.length,
      zoomTo: (zoom) => void flow.zoomTo(zoom),
      pointOf: (id) => {
        const box = store.getState().layout.boxes.get(id);
        if (!box) throw new Error(`no ${id}`);
        const { zoom } = flow.getViewport();
        const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        void flow.setViewport({ x: innerWidth / 2 - middle.x * zoom, y: innerHeight / 2 - middle.y * zoom, zoom });
        return { x: innerWidth / 2, y: innerHeight / 2 };
      },
      undo: () => {
        const { log, undo } = store.getState();
        undo();
        return log.past.length > 0;
      },
    });
  }, [flow]);
  return (
    <div style={{ height: "100vh", display: "grid" }}>
      <Canvas />
    </div>
  );
}

const root = document.getElementById("root");
if (root === null) throw new Error("canvas.html has no #root");
createRoot(root).render(
  <MantineProvider>
    <ReactFlowProvider>
      <CanvasProvider value={store}>
        <Offered />
      </CanvasProvider>
    </ReactFlowProvider>
  </MantineProvider>,
);
