import type { Path } from "../model/setAt.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { HeadingProvider } from "./fieldContext.ts";
import type { Section } from "./fieldSchema.ts";
import { RendererProvider } from "./NestedField.tsx";
import { drawSetting, SchemaField } from "./SchemaField.tsx";
import css from "./inspector.module.css";

interface SettingsFormProps {
  readonly sections: readonly Section[];
  readonly value: Readonly<Record<string, unknown>>;
  /** Where the settings lie inside their node or edge. */
  readonly base?: Path;
  readonly within?: string;
}

const top: Path = [];

/** Settings by section, drawn from their schema. */
export function SettingsForm({ sections, value, base = top, within = "" }: SettingsFormProps) {
  const { say } = useSayings();
  return (
    <RendererProvider value={drawSetting}>
      {sections.map(({ key: section, fields }) => (
        <section key={section} className={css.section} aria-labelledby={`section-${section}`}>
          <h3 id={`section-${section}`}>{say(`section.${section}`)}</h3>
          <HeadingProvider value={say(`section.${section}`)}>
            {fields.map(({ key, shape, required }) => (
              <SchemaField
                key={key}
                path={[...base, key]}
                shape={shape}
                value={value[key]}
                required={required}
                name={key}
                within={within}
              />
            ))}
          </HeadingProvider>
        </section>
      ))}
    </RendererProvider>
  );
}
