import { useTranslation } from "react-i18next";
import type { CaseAnswer } from "../api/shapes.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useFormats } from "../text/useFormats.ts";
import { standsAt } from "./standsAt.ts";
import { wayOf } from "./wayOf.ts";
import css from "./cases.module.css";

/** The steps the case has been at, stage by stage, and where it stands now. */
export function CasePath({ answer }: { readonly answer: CaseAnswer }) {
  const { t } = useTranslation("cases");
  const { local } = useLanguage();
  const { instant } = useFormats();
  const { definition, visited } = answer;
  const open = standsAt(answer);
  const rests = definition.nodes.find((node) => node.kind === "stage" && node.key === answer.case.stage?.key)?.id;
  const been = (id: string): boolean => visited.includes(id) || open.has(id) || id === rests;
  const rows = wayOf(definition, been);
  return (
    <ol className={css.path}>
      {rows.map((node) => {
        const since = open.get(node.id);
        return (
          <li
            key={node.id}
            data-stage={node.kind === "stage" || undefined}
            data-open={since !== undefined || undefined}
          >
            <span className={css.dot} aria-hidden="true" />
            <span>{local(node.name)}</span>
            {since === undefined ? (
              <span className="visuallyHidden">{t("visitedStep")}</span>
            ) : (
              <span className={css.quiet}>{t("since", { when: instant(since) })}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
