import { controlWords } from "../canvas/controls/controlWords.ts";
import type { Extraction } from "../canvas/extract/extract.ts";
import { findNode } from "../canvas/model/elements.ts";
import { type Sayings, textIn } from "../canvas/sayings/sayings.ts";
import { useCanvas } from "../canvas/store/canvasContext.ts";
import css from "./extract.module.css";

/** What a sub-process that is about to be made is handed, and what of it comes back: variables by their names, and ways out. */
export function ExtractPassed({ extraction, sayings }: { readonly extraction: Extraction; readonly sayings: Sayings }) {
  const { say } = sayings;
  const definition = useCanvas((state) => state.definition);
  const to = (id: string) => textIn(sayings, findNode(definition, id)?.name) || id;
  const { handedOver, broughtBack, controls, waysOut } = extraction;
  const called = (key: string) =>
    say("sentences.named", {
      name: textIn(sayings, definition.variables.find((each) => each.key === key)?.name) || key,
    });
  return (
    <div className={css.passed}>
      <h3>{say("extract.goesIn")}</h3>
      <ul>
        <li>{say("extract.record")}</li>
        {handedOver.map((key) => (
          <li key={key} data-handed-over={key}>
            {say("extract.handOver", { variable: called(key) })}
          </li>
        ))}
      </ul>
      <h3>{say("extract.comesOut")}</h3>
      <ul>
        {broughtBack.map((key) => (
          <li key={key} data-brought-back={key}>
            {say("extract.bringBack", { variable: called(key) })}
          </li>
        ))}
        {waysOut.map((way) => (
          <li key={way.to}>
            {waysOut.length === 1
              ? say("extract.oneWay", { to: to(way.to) })
              : say("extract.outcome", { outcome: way.outcome, to: to(way.to) })}
          </li>
        ))}
      </ul>
      {controls.length > 0 && (
        <div className={css.caution} role="note">
          {say("extract.controls")}
          <ul>
            {controls.map((control) => (
              <li key={control.id}>{controlWords(sayings, definition, control)}</li>
            ))}
          </ul>
        </div>
      )}
      <p>{say("extract.unpublished")}</p>
    </div>
  );
}
