import { SegmentedControl } from "@mantine/core";
import { useSayings } from "../../sayings/useSayings.ts";
import { useCanvas } from "../../store/canvasContext.ts";
import { isInBoth, inputOfTemplate, isShortEnough, type Template } from "./templateInput.ts";
import css from "./template.module.css";

type Way = "en" | "zh" | "said" | "kept";

const wayOf = (template: Template): Way => {
  if (isInBoth(template)) return template.isKept ? "kept" : "said";
  return template.said ?? "kept";
};

const inWay = (template: Template, way: Way): Template => {
  if (isInBoth(template)) return { ...template, isKept: way === "kept" };
  return { ...template, said: way === "en" || way === "zh" ? way : null };
};

/** How the values in a text stand there: as people say them in its language, or as they are kept; nothing for a text without any. */
export function HowSaid({
  label,
  template,
  onChange,
}: {
  readonly label: string;
  readonly template: Template;
  readonly onChange: (template: Template) => void;
}) {
  const { say } = useSayings();
  const readOnly = useCanvas((state) => state.readOnly);
  const input = inputOfTemplate(template);
  if (input === undefined || !("expression" in input)) return null;
  const ways: readonly Way[] = isInBoth(template) ? ["said", "kept"] : ["en", "zh", "kept"];
  return (
    <div className={css.howSaid}>
      <span aria-hidden>{say("template.values")}</span>
      <SegmentedControl
        size="xs"
        aria-label={say("template.valuesIn", { field: label })}
        readOnly={readOnly}
        data={ways.map((way) => ({
          value: way,
          label: say(`template.way.${way}`),
          disabled: !isShortEnough(inWay(template, way)),
        }))}
        value={wayOf(template)}
        onChange={(way) => onChange(inWay(template, way as Way))}
      />
    </div>
  );
}
