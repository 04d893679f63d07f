import { Tooltip } from "@mantine/core";
import { elementFix } from "../problems/elementFix.ts";
import { exampleOf, type Finding } from "../problems/finding.ts";
import { textIn } from "../sayings/sayings.ts";
import { useSayings } from "../sayings/useSayings.ts";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { pressableFix } from "./pressableFix.ts";
import { controlIndexOf } from "./proof.ts";
import { showHow } from "./showHow.ts";
import css from "./controls.module.css";

/** What can be done about a finding on a control point: watch how it fails, and press the fix where there is a safe one. */
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
  const fix = readOnly ? null : (pressableFix(definition, finding) ?? elementFix(definition, finding));
  const names = fix?.steps.map(({ id, name }) => textIn(sayings, name) || id).join(say("controls.saw.and")) ?? "";
  return (
    <>
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
      {fix && (
        <Tooltip label={say(`controls.fix.${fix.does}Help`, { steps: names })} multiline maw={300}>
          <button
            type="button"
            className={css.act}
            data-fix={fix.does}
            onClick={() => store.getState().apply(fix.edit, { keepSelection: true })}
          >
            {say(`controls.fix.${fix.does}`, { steps: names })}
          </button>
        </Tooltip>
      )}
    </>
  );
}
