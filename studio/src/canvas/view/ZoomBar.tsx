import { ActionIcon, Tooltip } from "@mantine/core";
import { IconMaximize, IconMinus, IconPlus, IconSparkles } from "@tabler/icons-react";
import { useReactFlow, useStore as useFlow } from "@xyflow/react";
import { tidyAll } from "../layout/tidyAll.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import css from "./canvas.module.css";

/** Zoom, fit and tidy, bottom right. */
export function ZoomBar({ onFit }: { readonly onFit: () => void }) {
  const { say } = useSayings();
  const flow = useReactFlow();
  const store = useCanvasStore();
  const readOnly = useCanvas((state) => state.readOnly);
  const zoom = useFlow((state) => Math.round(state.transform[2] * 100));
  return (
    <div className={css.zoomBar} role="toolbar" aria-label={say("canvas.view")}>
      <ActionIcon aria-label={say("canvas.zoomOut")} onClick={() => void flow.zoomOut()}>
        <IconMinus size={16} stroke={1.7} />
      </ActionIcon>
      <span className={css.zoom}>{zoom}%</span>
      <ActionIcon aria-label={say("canvas.zoomIn")} onClick={() => void flow.zoomIn()}>
        <IconPlus size={16} stroke={1.7} />
      </ActionIcon>
      <i className={css.rule} />
      <Tooltip label={say("canvas.fit")}>
        <ActionIcon aria-label={say("canvas.fit")} onClick={onFit}>
          <IconMaximize size={16} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
      {!readOnly && (
        <Tooltip label={say("canvas.tidy")}>
          <ActionIcon aria-label={say("canvas.tidy")} onClick={() => void tidyAll(store).then(onFit)}>
            <IconSparkles size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}
