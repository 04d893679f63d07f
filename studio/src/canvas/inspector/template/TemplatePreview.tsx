import { tryTemplate } from "@sluice/process";
import { useTranslation } from "react-i18next";
import { fieldLabel } from "../../sayings/sayings.ts";
import { useSayings } from "../../sayings/useSayings.ts";
import { ChooseRecord } from "../trial/ChooseRecord.tsx";
import { useTriedOn } from "../trial/useTriedOn.ts";
import css from "./template.module.css";

/** How a text reads for the record that conditions are tried on; what only a case knows stands there by its name. */
export function TemplatePreview({ template }: { readonly template: string }) {
  const { t } = useTranslation("testRun");
  const sayings = useSayings();
  const { on, title, isFailed } = useTriedOn(template);
  if (!template.includes("{{")) return null;
  return (
    <div>
      {on && (
        <figure className={css.preview}>
          <figcaption>{sayings.say("template.reads", { title })}</figcaption>
          <p>
            {tryTemplate(template, on).map(({ is, text }, index) =>
              is === "words" || is === "known" ? (
                <span key={index}>{text}</span>
              ) : (
                <i key={index} data-piece={is}>
                  {fieldLabel(sayings, text)}
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
