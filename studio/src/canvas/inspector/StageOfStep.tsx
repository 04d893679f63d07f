import { Select } from "@mantine/core";
import type { Step } from "@sluice/process";
import { stagesOf } from "../model/elements.ts";
import { moveToStage } from "../model/moveToStage.ts";
import { textIn } from "../sayings/sayings.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { drawnPlaces } from "../store/drawnPlaces.ts";
import css from "./inspector.module.css";

/** The stage that a step stands in, and another one for it, without a mouse. */
export function StageOfStep({ step }: { readonly step: Step }) {
  const sayings = useSayings();
  const store = useCanvasStore();
  const definition = useCanvas((state) => state.definition);
  const readOnly = useCanvas((state) => state.readOnly);
  const stages = stagesOf(definition);
  if (stages.length < 2) return null;
  return (
    <section className={css.section}>
      <Select
        label={sayings.say("kind.stage.name")}
        disabled={readOnly}
        data={stages.map(({ id, name }) => ({ value: id, label: textIn(sayings, name) || id }))}
        value={step.stage}
        allowDeselect={false}
        onChange={(stage) =>
          stage !== null &&
          store.getState().apply(moveToStage(step.id, stage, drawnPlaces(store.getState(), stage)), {
            keepSelection: true,
          })
        }
      />
    </section>
  );
}
