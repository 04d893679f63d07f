import { Select } from "@mantine/core";
import { type SaidIn, templateFaults, templateSuggestions } from "@sluice/process";
import { useCallback, useId, useMemo, useRef } from "react";
import type { Path } from "../../model/setAt.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { useCanvas } from "../../store/canvasContext.ts";
import { ExpressionBox } from "../expression/ExpressionBox.tsx";
import type { TextBox } from "../expression/ExpressionEditor.tsx";
import { Faults } from "../expression/Faults.tsx";
import { useExpressionScope } from "../expression/useExpressionScope.ts";
import { useFaults } from "../expression/useFaults.ts";
import { fieldChoices } from "./fieldChoices.ts";
import { TemplatePreview } from "./TemplatePreview.tsx";
import css from "./template.module.css";

interface TemplateTextProps {
  readonly path: Path;
  readonly label: string;
  /** A line stays one, a text has paragraphs. */
  readonly written: "line" | "text";
  readonly template: string;
  /** How its values stand in it. */
  readonly said: SaidIn;
  readonly isAllowed: (template: string) => boolean;
  readonly onChange: (template: string) => void;
}

/** A text with fields in it: they are put in by name or typed after `{{`, marked where they are not there, and read on a real record. */
export function TemplateText({ path, label, written, template, said, isAllowed, onChange }: TemplateTextProps) {
  const sayings = useSayings();
  const { say } = sayings;
  const readOnly = useCanvas((state) => state.readOnly);
  const scope = useExpressionScope(path, false);
  const box = useRef<TextBox>(null);
  const faultsId = useId();
  const faults = useFaults(
    template,
    useCallback((text: string) => templateFaults(text, said, scope), [said, scope]),
  );
  const suggest = useCallback((text: string, cursor: number) => templateSuggestions(text, cursor, scope), [scope]);
  const choices = useMemo(() => fieldChoices(sayings, scope), [sayings, scope]);
  return (
    <div data-template={path.join(".")}>
      <ExpressionBox
        ref={box}
        label={label}
        describedBy={faultsId}
        isWrong={faults.some(({ severity }) => severity === "error")}
        readOnly={readOnly}
        value={template}
        written={written}
        suggest={suggest}
        isAllowed={isAllowed}
        faults={faults}
        onChange={onChange}
      />
      <Faults id={faultsId} faults={faults} problem={null} onMend={null} />
      {!readOnly && (
        <Select
          className={css.insert ?? ""}
          size="xs"
          aria-label={say("template.insertInto", { field: label })}
          placeholder={say("template.insert")}
          searchable
          data={choices.map(({ group, items }) => ({ group, items: [...items] }))}
          value={null}
          limit={200}
          nothingFoundMessage={say("template.nothing")}
          onChange={(chosen) => chosen !== null && box.current?.insert(`{{${chosen}}}`)}
        />
      )}
      <TemplatePreview template={template} said={said} />
    </div>
  );
}
