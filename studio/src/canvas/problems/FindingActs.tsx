import { Tooltip } from "@mantine/core";
import { controlIndexOf } from "../controls/proof.ts";
import { showHow } from "../controls/showHow.ts";
import { fixesOf } from "../fixes/fixesOf.ts";
import { fixWords } from "../fixes/fixWords.ts";
import { pressFix } from "../fixes/pressFix.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { exampleOf, type Finding } from "./finding.ts";
import css from "./acts.module.css";

/** What can be done about a finding: watch how it comes about, and press a fix where there is a safe one. */
export function FindingActs({
  finding,
  hidesWatch = false,
}: {
  readonly finding: Finding;
  readonly hidesWatch?: boolean;
}) {
  const sayings = useSayings();
  const { say } = sayings;
  const store = useCanvasStore();
  const definition = useCanvas((state) => state.definition);
  const readOnly = useCanvas((state) => state.readOnly);
  const control = definition.controls?.[controlIndexOf(finding) ?? -1];
  const fixes = readOnly ? [] : fixesOf(definition, finding);
  return (
    <span className={css.acts}>
      {control !== undefined && !hidesWatch && exampleOf(finding).length > 0 && (
        <button
          type="button"
          className={css.act}
          data-show-how={control.id}
          onClick={() => showHow(store, control.id, finding)}
        >
          {say("controls.showHow")}
        </button>
      )}
      {fixes.map((fix, index) => {
        const { label, about } = fixWords(sayings, definition, fix);
        return (
          <Tooltip key={index} label={about} multiline maw={300}>
            <button
              type="button"
              className={css.act}
              data-fix={fix.does}
              onClick={({ currentTarget }) => {
                // The finding goes, and its buttons with it: whoever pressed by keyboard stays where the others are.
                currentTarget.closest<HTMLElement>("[data-findings]")?.focus();
                pressFix(store, fix);
              }}
            >
              {label}
            </button>
          </Tooltip>
        );
      })}
    </span>
  );
}
