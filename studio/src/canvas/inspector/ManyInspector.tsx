import { ActionIcon, Button, Tooltip } from "@mantine/core";
import {
  type Icon,
  IconLayoutAlignBottom,
  IconLayoutAlignCenter,
  IconLayoutAlignLeft,
  IconLayoutAlignMiddle,
  IconLayoutAlignRight,
  IconLayoutAlignTop,
  IconLayoutDistributeHorizontal,
  IconLayoutDistributeVertical,
} from "@tabler/icons-react";
import { keepClip } from "../keyboard/clipboard.ts";
import { type Alignment, alignments, alignSteps } from "../model/alignSteps.ts";
import { copyElements } from "../model/clip.ts";
import { deleteElements } from "../model/deleteElements.ts";
import { findNode } from "../model/elements.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { joined } from "../sentences/joined.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { drawnPlaces } from "../store/drawnPlaces.ts";
import css from "./inspector.module.css";

const icons: { readonly [How in Alignment]: Icon } = {
  left: IconLayoutAlignLeft,
  center: IconLayoutAlignCenter,
  right: IconLayoutAlignRight,
  top: IconLayoutAlignTop,
  middle: IconLayoutAlignMiddle,
  bottom: IconLayoutAlignBottom,
  columns: IconLayoutDistributeVertical,
  rows: IconLayoutDistributeHorizontal,
};

/** Several elements at once: lined up, copied, made a sub-process, deleted. */
export function ManyInspector({ ids }: { readonly ids: readonly string[] }) {
  const sayings = useSayings();
  const { say } = sayings;
  const store = useCanvasStore();
  const readOnly = useCanvas((state) => state.readOnly);
  const isDrawn = useCanvas((state) => state.view === "canvas");
  const steps = useCanvas(({ definition }) => ids.filter((id) => findNode(definition, id) !== null).length);
  const what = joined(sayings, [
    ...(steps > 0 ? [say("inspector.steps", { count: steps })] : []),
    ...(steps < ids.length ? [say("inspector.wires", { count: ids.length - steps })] : []),
  ]);
  const align = (how: Alignment) =>
    store.getState().apply(
      alignSteps(ids, how, (stage) => drawnPlaces(store.getState(), stage)),
      { keepSelection: true },
    );
  return (
    <div className={css.body} style={{ paddingTop: 16 }}>
      <h2 style={{ fontSize: 14, marginBottom: 10 }}>{say("inspector.many", { what })}</h2>
      {!readOnly && (
        <>
          {isDrawn && (
            <section className={css.section} aria-labelledby="section-align">
              <h3 id="section-align">{say("acts.align")}</h3>
              <div role="toolbar" aria-label={say("acts.align")} style={{ display: "flex", flexWrap: "wrap", gap: 2 }}>
                {alignments.map((how) => {
                  const Glyph = icons[how];
                  return (
                    <Tooltip key={how} label={say(`acts.alignment.${how}`)}>
                      <ActionIcon aria-label={say(`acts.alignment.${how}`)} onClick={() => void align(how)}>
                        <Glyph size={17} stroke={1.6} />
                      </ActionIcon>
                    </Tooltip>
                  );
                })}
              </div>
            </section>
          )}
          <div className={css.acts}>
            <Button variant="default" onClick={() => store.getState().set({ asking: "extract" })}>
              {say("acts.extract")}
            </Button>
            <Button variant="default" onClick={() => keepClip(copyElements(store.getState().definition, ids))}>
              {say("acts.copy")}
            </Button>
            <Button variant="default" onClick={() => store.getState().apply(deleteElements(ids))}>
              {say("inspector.deleteAll")}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
