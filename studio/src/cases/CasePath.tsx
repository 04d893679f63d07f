import { useTranslation } from "react-i18next";
import type { CaseAnswer } from "../api/shapes.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import { useFormats } from "../text/useFormats.ts";
import { standsAt } from "./standsAt.ts";
import css from "./cases.module.css";

/** The steps the case has been at, stage by stage, and where it stands now. */
export function CasePath({ answer }: { readonly answer: CaseAnswer }) {
  const { t } = useTranslation("cases");
  const { local } = useLanguage();
  const { distance } = useFormats();
  const { definition, visited } = answer;
  const open = standsAt(answer);
  const rests = definition.nodes.find((node) => node.kind === "stage" && node.key === answer.case.stage?.key)?.id;
  const been = (id: string): boolean => visited.includes(id) || open.has(id) || id === rests;
  const stages = definition.nodes
    .filter((node) => node.kind === "stage")
    .toSorted((one, other) => one.order - other.order);
  const rows = stages.flatMap((stage) => {
    const steps = definition.nodes.filter((node) => "stage" in node && node.stage === stage.id && been(node.id));
    return been(stage.id) || steps.length > 0 ? [stage, ...steps] : [];
  });
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
              <span className={css.quiet}>{t("since", { when: distance(since) })}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
