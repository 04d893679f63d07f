import { Select } from "@mantine/core";
import { type Move, moveSchema, type NodeOf } from "@sluice/process";
import { IconChevronLeft, IconDoorExit } from "@tabler/icons-react";
import { useMemo } from "react";
import { stagesOf, stepsOf } from "../model/elements.ts";
import { setField } from "../model/setField.ts";
import { Tile } from "../nodes/slots.tsx";
import { textIn } from "../sayings/sayings.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { ElementProvider } from "./fieldContext.ts";
import { type Section, shapeOf } from "./fieldSchema.ts";
import { InspectorHead } from "./InspectorHead.tsx";
import { SettingsForm } from "./SettingsForm.tsx";
import css from "./inspector.module.css";

const order: Readonly<Record<string, readonly string[]>> = {
  general: ["name", "trigger", "tone"],
  rule: ["guard"],
  form: ["form", "reason"],
};

const moveSections = (): Section[] => {
  const shape = shapeOf("move", moveSchema);
  return Object.entries(order).map(([key, fields]) => ({
    key,
    fields: fields.map((field) => ({
      key: field,
      shape: shape.properties?.[field] ?? {},
      required: shape.required?.includes(field) ?? false,
    })),
  }));
};

/** The settings of a move: what opens it, where it leads, what must hold, what is asked for. */
export function MoveInspector({ stage, move }: { readonly stage: NodeOf<"stage">; readonly move: Move }) {
  const sayings = useSayings();
  const { say } = sayings;
  const store = useCanvasStore();
  const definition = useCanvas((state) => state.definition);
  const readOnly = useCanvas((state) => state.readOnly);
  const sections = useMemo(() => moveSections(), []);
  const index = stage.moves.findIndex((each) => each.id === move.id);
  const element = useMemo(
    () => ({ id: stage.id, findingId: move.id, base: ["moves", index] }),
    [stage.id, move.id, index],
  );
  const targets = stagesOf(definition).map((each) => ({
    group: textIn(sayings, each.name) || each.id,
    items: [
      { value: each.id, label: say("inspector.stageItself", { stage: textIn(sayings, each.name) || each.id }) },
      ...stepsOf(definition, each.id).map((step) => ({ value: step.id, label: textIn(sayings, step.name) || step.id })),
    ],
  }));
  return (
    <>
      <InspectorHead
        id={move.id}
        icon={<Tile icon={IconDoorExit} hue="stage" />}
        title={textIn(sayings, move.name) || say("move.unnamed")}
        about={`${say("move.kind")} · ${textIn(sayings, stage.name)}`}
        canCopy={false}
      />
      <div className={css.body}>
        <button type="button" className={css.link} onClick={() => store.getState().select([stage.id])}>
          <IconChevronLeft size={12} stroke={1.8} aria-hidden style={{ verticalAlign: -1 }} />{" "}
          {say("move.allOf", { stage: textIn(sayings, stage.name) })}
        </button>
        <ElementProvider value={element}>
          <fieldset className={css.group} disabled={readOnly}>
            <section className={css.section} style={{ marginTop: 8 }}>
              <Select
                label={say("move.to")}
                withAsterisk
                searchable
                data={targets}
                value={move.to}
                allowDeselect={false}
                onChange={(to) =>
                  to && store.getState().apply(setField(stage.id, ["moves", index, "to"], to), { keepSelection: true })
                }
              />
            </section>
            <SettingsForm sections={sections} value={move} base={["moves", index]} within="move" />
          </fieldset>
        </ElementProvider>
      </div>
    </>
  );
}
