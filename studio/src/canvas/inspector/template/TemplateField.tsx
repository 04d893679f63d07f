import type { Path } from "../../model/setAt.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { HowSaid } from "./HowSaid.tsx";
import { isInBoth, isShortEnough, reworded, type Template } from "./templateInput.ts";
import { TemplateText } from "./TemplateText.tsx";
import css from "./template.module.css";

interface TemplateFieldProps {
  readonly path: Path;
  readonly label: string;
  readonly written: "line" | "text";
  readonly template: Template;
  /** Whether there is no choice of how values stand in it: as they are kept. */
  readonly isData: boolean;
  readonly onChange: (template: Template) => void;
}

/** A text with fields in it; one for people in the app in both languages, the reader's first. */
export function TemplateField({ path, label, written, template, isData, onChange }: TemplateFieldProps) {
  const { say, language } = useSayings();
  const how = isData ? null : <HowSaid label={label} template={template} onChange={onChange} />;
  if (!isInBoth(template))
    return (
      <>
        <TemplateText
          path={path}
          label={label}
          written={written}
          template={template.template}
          said={template.said}
          isAllowed={(text) => isShortEnough(reworded(template, text))}
          onChange={(text) => onChange(reworded(template, text))}
        />
        {how}
      </>
    );
  const { text: both, isKept } = template;
  return (
    <>
      {([language, language === "en" ? "zh" : "en"] as const).map((each) => (
        <div key={each} lang={each === "zh" ? "zh-CN" : "en"}>
          <div className={css.language}>{say(`language.${each}`)}</div>
          <TemplateText
            path={path}
            label={`${label} (${say(`language.${each}`)})`}
            written={written}
            template={both[each]}
            said={isKept ? null : each}
            isAllowed={(text) => isShortEnough({ ...template, text: { ...both, [each]: text } })}
            onChange={(text) => onChange({ ...template, text: { ...both, [each]: text } })}
          />
        </div>
      ))}
      {how}
    </>
  );
}
