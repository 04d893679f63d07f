import { Skeleton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { InputOf } from "../api/surface.ts";
import { useQueryOf } from "../api/useQueryOf.ts";
import { useRecordSchemas } from "../form/useRecordSchemas.ts";
import { useLanguage } from "../i18n/useLanguage.ts";
import css from "./cases.module.css";

export type Intended = InputOf<"cases.foresee">["intended"];

const OUTCOMES = ["won", "lost", "done", "void", "cancelled", "error"] as const;

/** What would come of an act, said before it is done: where the case goes, who is asked next, what happens outside; or what stands against it. */
export function Foreseen({ caseId, intended }: { readonly caseId: string; readonly intended: Intended }) {
  const { t } = useTranslation("cases");
  const { local } = useLanguage();
  const schemas = useRecordSchemas();
  const { data } = useQueryOf("cases.foresee", { caseId, intended }, { staleMs: 5_000 });
  if (data === undefined) return <Skeleton height={18} radius={4} />;
  const { problems, stage, end, tasks, withdrawn, effects, makes, incidents } = data;
  const outcome = OUTCOMES.find((each) => each === end?.outcome);
  const lines =
    problems.length > 0
      ? problems.map(({ message }) => message)
      : [
          ...(stage === null ? [] : [t("foreseen.stage", { stage })]),
          ...(end === null
            ? []
            : [
                outcome === undefined
                  ? t("foreseen.endPlain")
                  : t("foreseen.end", { outcome: t(`outcome.${outcome}`) }),
              ]),
          ...tasks.map(({ name, people }) => {
            const names = people
              .map((one) =>
                one.standsFor === null ? one.name : t("foreseen.standsFor", { name: one.name, other: one.standsFor }),
              )
              .join(t("and"));
            return names === "" ? t("foreseen.nobodys", { task: name }) : t("foreseen.task", { names, task: name });
          }),
          ...effects.map(({ name }) => t("foreseen.effect", { name })),
          ...makes.map((type) => t("foreseen.makes", { type: local(schemas.byType(type)?.label) || type })),
          ...(withdrawn > 0 ? [t("foreseen.withdrawn", { count: withdrawn })] : []),
          ...incidents.map((step) => t("foreseen.incident", { step })),
        ];
  return (
    <ul className={css.foreseen} data-refused={problems.length > 0 || undefined}>
      {(lines.length > 0 ? lines : [t("foreseen.nothing")]).map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ul>
  );
}
