import { processDefinitionSchema } from "@sluice/process";
import { IconSitemap } from "@tabler/icons-react";
import { useMemo } from "react";
import { ControlPoints } from "../controls/ControlPoints.tsx";
import { FormTableDialog } from "../forms/FormTableDialog.tsx";
import { Tile } from "../nodes/slots.tsx";
import { textIn } from "../sayings/sayings.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas } from "../store/canvasContext.ts";
import { ElementProvider } from "./fieldContext.ts";
import { type Section, shapeOf } from "./fieldSchema.ts";
import { SettingsForm } from "./SettingsForm.tsx";
import css from "./inspector.module.css";

const sections = (): Readonly<Record<"general" | "variables", Section>> => {
  const shape = shapeOf("process", processDefinitionSchema);
  const field = (key: string, required: boolean) => ({ key, shape: shape.properties?.[key] ?? {}, required });
  return {
    general: { key: "general", fields: [field("name", true), field("description", false)] },
    variables: { key: "variables", fields: [field("variables", false)] },
  };
};

/** What stands here when nothing is chosen: the process itself. */
export function ProcessInspector() {
  const sayings = useSayings();
  const { say } = sayings;
  const definition = useCanvas((state) => state.definition);
  const readOnly = useCanvas((state) => state.readOnly);
  const shown = useMemo(() => sections(), []);
  const element = useMemo(() => ({ id: "", findingId: "", base: [] }), []);
  return (
    <>
      <header className={css.head}>
        <Tile icon={IconSitemap} hue="approval" />
        <div className={css.heading}>
          <h2>{textIn(sayings, definition.name) || definition.key}</h2>
          <p>
            {say(`process.${definition.kind}`, {
              record: textIn(sayings, sayings.catalogue.schema?.label) || definition.recordType,
            })}
          </p>
        </div>
      </header>
      <div className={css.body}>
        <ElementProvider value={element}>
          <fieldset className={css.group} disabled={readOnly}>
            <SettingsForm sections={[shown.general]} value={definition} within="process" />
          </fieldset>
          <FormTableDialog />
          <ControlPoints />
          <fieldset className={css.group} disabled={readOnly}>
            <SettingsForm sections={[shown.variables]} value={definition} within="process" />
          </fieldset>
        </ElementProvider>
        {!readOnly && (
          <p className={css.sentence} style={{ marginTop: 16 }}>
            {say("inspector.nothingChosen")}
          </p>
        )}
      </div>
    </>
  );
}
