import { type SaidIn, tryTemplate } from "@sluice/process";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSayings } from "../../sayings/useSayings.ts";
import { useCanvas } from "../../store/canvasContext.ts";
import { ChooseRecord } from "../trial/ChooseRecord.tsx";
import { useTriedOn } from "../trial/useTriedOn.ts";
import { pieceLabel } from "./pieceLabel.ts";
import { useTelling } from "./useTelling.ts";
import css from "./template.module.css";

/** How a text reads for the record that conditions are tried on; what only a case knows stands there by its name. */
export function TemplatePreview({ template, said }: { readonly template: string; readonly said: SaidIn }) {
  const { t } = useTranslation("testRun");
  const sayings = useSayings();
  const { on, title, isFailed } = useTriedOn(template);
  const nodes = useCanvas(({ definition }) => definition.nodes);
  const telling = useTelling(on?.record["department"]);
  const pieces = useMemo(
    () => on && tryTemplate(template, said, { ...on, ...telling, nodes }),
    [template, said, on, telling, nodes],
  );
  if (!template.includes("{{")) return null;
  return (
    <div>
      {pieces && (
        <figure className={css.preview}>
          <figcaption>{sayings.say("template.reads", { title })}</figcaption>
          <p>
            {pieces.map(({ is, text }, index) =>
              is === "words" || is === "known" ? (
                <span key={index}>{text}</span>
              ) : (
                <i key={index} data-piece={is}>
                  {pieceLabel(sayings, text)}
                </i>
              ),
            )}
          </p>
        </figure>
      )}
      {isFailed && <p role="alert">{t("given.copyFailed")}</p>}
      <ChooseRecord isChosen={on !== null} />
    </div>
  );
}
