import type { Path } from "../../model/setAt.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { isShortEnough, type Template } from "./templateInput.ts";
import { TemplateText } from "./TemplateText.tsx";
import css from "./template.module.css";

interface TemplateFieldProps {
  readonly path: Path;
  readonly label: string;
  readonly written: "line" | "text";
  readonly template: Template;
  readonly onChange: (template: Template) => void;
}

/** A text with fields in it; one for people in the app in both languages, the reader's first. */
export function TemplateField({ path, label, written, template, onChange }: TemplateFieldProps) {
  const { say, language } = useSayings();
  if (typeof template === "string")
    return (
      <TemplateText
        path={path}
        label={label}
        written={written}
        template={template}
        isAllowed={isShortEnough}
        onChange={onChange}
      />
    );
  return ([language, language === "en" ? "zh" : "en"] as const).map((each) => (
    <div key={each} lang={each === "zh" ? "zh-CN" : "en"}>
      <div className={css.language}>{say(`language.${each}`)}</div>
      <TemplateText
        path={path}
        label={`${label} (${say(`language.${each}`)})`}
        written={written}
        template={template[each]}
        isAllowed={(text) => isShortEnough({ ...template, [each]: text })}
        onChange={(text) => onChange({ ...template, [each]: text })}
      />
    </div>
  ));
}
