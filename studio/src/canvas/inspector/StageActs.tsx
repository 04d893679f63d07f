import { ActionIcon, Tooltip } from "@mantine/core";
import type { NodeOf } from "@sluice/process";
import { IconSparkles } from "@tabler/icons-react";
import { tidyAll } from "../layout/tidyAll.ts";
import { stepsOf } from "../model/elements.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";

/** What can be done with a stage on the canvas: its steps laid out anew, and no other's. */
export function StageActs({ stage }: { readonly stage: NodeOf<"stage"> }) {
  const { say } = useSayings();
  const store = useCanvasStore();
  const canTidy = useCanvas(({ view, shown }) => view === "canvas" && stepsOf(shown, stage.id).length > 0);
  if (!canTidy) return null;
  return (
    <Tooltip label={say("acts.tidyStage")}>
      <ActionIcon aria-label={say("acts.tidyStage")} onClick={() => void tidyAll(store, { stage: stage.id })}>
        <IconSparkles size={16} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}
