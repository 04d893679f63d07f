import { Textarea, TextInput } from "@mantine/core";
import type { LocalText } from "@sluice/problems";
import { useSayings } from "../../sayings/useSayings.ts";
import { useFieldProblem, useSetField } from "../fieldContext.ts";
import type { SchemaFieldProps } from "../NestedField.tsx";
import { useLabels } from "../useLabels.ts";
import css from "../inspector.module.css";

/** Texts that are read as sentences get more than a line. */
const sentences = new Set(["description", "sentence"]);
const lines = { autosize: true, minRows: 1, maxRows: 6 };

/** A text in both languages, the reader's first. */
export function LocalTextField({ path, shape, value, required, name, within = "" }: SchemaFieldProps) {
  const { say, language } = useSayings();
  const set = useSetField(path);
  const problem = useFieldProblem(path);
  const labels = useLabels();
  const text = (value ?? { en: "", zh: "" }) as LocalText;
  const Field = sentences.has(name) ? Textarea : TextInput;
  const other = language === "en" ? "zh" : "en";
  const label = labels.field(name, within);
  const bounded = (which: "en" | "zh") => {
    const maxLength = shape.properties?.[which]?.maxLength;
    return maxLength === undefined ? {} : { maxLength };
  };
  const change = (which: "en" | "zh", typed: string) => {
    const next = { ...text, [which]: typed };
    set(!required && next.en === "" && next.zh === "" ? undefined : next);
  };
  return (
    <>
      <Field
        {...(Field === Textarea && lines)}
        {...bounded(language)}
        label={label}
        withAsterisk={required}
        error={problem}
        value={text[language]}
        onChange={(event) => change(language, event.currentTarget.value)}
      />
      <Field
        {...(Field === Textarea && lines)}
        {...bounded(other)}
        mt={6}
        aria-label={`${label} (${say(`language.${other}`)})`}
        lang={other === "zh" ? "zh-CN" : "en"}
        placeholder={say(`language.${other}`)}
        leftSection={
          <span className={css.label} style={{ margin: 0, fontSize: 11, color: "var(--tx-2)" }}>
            {say(`language.short.${other}`)}
          </span>
        }
        value={text[other]}
        onChange={(event) => change(other, event.currentTarget.value)}
      />
    </>
  );
}
