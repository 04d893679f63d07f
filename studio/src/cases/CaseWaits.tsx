import type { ProcessDefinition } from "@sluice/process";
import { IconHourglassLow } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { CaseAnswer } from "../api/shapes.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useFormats } from "../text/useFormats.ts";
import css from "./cases.module.css";

/** Why the case is here: each wait in a sentence, with the values its condition sees and until when it waits at most. */
export function CaseWaits({
  definition,
  waits,
  stage,
  isBroken,
}: {
  /** Whether an open incident keeps it from going on. */
  readonly isBroken: boolean;
  /** The stage it rests in; null once it has ended. */
  readonly stage: string | null;
  readonly definition: ProcessDefinition;
  readonly waits: CaseAnswer["waits"];
}) {
  const { t } = useTranslation("cases");
  const { local } = useLanguage();
  const { instant } = useFormats();
  if (waits.length === 0)
    return (
      <p className={css.quiet}>
        {isBroken ? t("whyBroken") : stage === null ? t("whyEmpty") : t("whyRests", { stage })}
      </p>
    );
  return (
    <ul className={css.list}>
      {waits.map((wait, index) => (
        <li key={`${wait.node}${index}`} className={css.wait} data-kind={wait.kind}>
          <IconHourglassLow size={16} stroke={1.8} aria-hidden="true" />
          <div>
            <div>{wait.text}</div>
            <div className={css.quiet}>
              {local(definition.nodes.find((node) => node.id === wait.node)?.name)}
              {wait.dueAt === null ? "" : ` · ${t("until", { when: instant(wait.dueAt) })}`}
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}
