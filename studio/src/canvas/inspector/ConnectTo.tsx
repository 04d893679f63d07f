import { Select } from "@mantine/core";
import { canConnect, connect } from "../model/connect.ts";
import { stagesOf, stepsOf } from "../model/elements.ts";
import { textIn } from "../sayings/sayings.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import css from "./inspector.module.css";

/** Wiring without a mouse: everything this step may lead to, by stage. */
export function ConnectTo({ id }: { readonly id: string }) {
  const sayings = useSayings();
  const { say } = sayings;
  const store = useCanvasStore();
  const definition = useCanvas((state) => state.definition);
  const readOnly = useCanvas((state) => state.readOnly);
  if (readOnly) return null;
  const name = (element: { id: string; name: { en: string; zh: string } }) =>
    textIn(sayings, element.name) || element.id;
  const data = stagesOf(definition)
    .map((stage) => ({
      group: name(stage),
      items: [
        { value: stage.id, label: say("inspector.stageItself", { stage: name(stage) }) },
        ...stepsOf(definition, stage.id).map((step) => ({ value: step.id, label: name(step) })),
      ].filter(({ value }) => canConnect(definition, id, value)),
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <section className={css.section}>
      <h3>{say("inspector.connect")}</h3>
      <Select
        aria-label={say("inspector.connect")}
        placeholder={say("inspector.connect")}
        searchable
        data={data}
        value={null}
        onChange={(to) => to && store.getState().apply(connect(id, to), { keepSelection: true })}
      />
    </section>
  );
}
