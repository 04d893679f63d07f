import type { ProcessDefinition } from "@sluice/process";
import { IconPaperclip } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TaskAnswer } from "../api/shapes.ts";
import { Chip } from "../records/Chip.tsx";
import { PersonMark } from "../shell/PersonMark.tsx";
import { useFormats } from "../text/useFormats.ts";
import { useVerdicts } from "./useVerdicts.ts";
import css from "./OpenTask.module.css";

type Entry = TaskAnswer["history"][number];

interface TaskHistoryProps<Told extends Entry> {
  readonly history: readonly Told[];
  readonly definition: ProcessDefinition | null;
}

/** What was decided and said before, oldest first. */
export function TaskHistory({ history, definition }: TaskHistoryProps<Entry>) {
  const { t } = useTranslation("inbox");
  return (
    <section className={css.section}>
      <h3>{t("historyTitle")}</h3>
      <Decisions history={history} definition={definition} />
    </section>
  );
}

/** Decisions one after the other, each with what more is told of it beneath. */
export function Decisions<Told extends Entry>({
  history,
  definition,
  more,
}: TaskHistoryProps<Told> & { readonly more?: (entry: Told) => ReactNode }) {
  const { t } = useTranslation("inbox");
  const { instant } = useFormats();
  const verdicts = useVerdicts(definition);
  return (
    <ol className={css.history}>
      {history.map((entry, index) => {
        const verdict = verdicts(entry.verdict, entry.node);
        return (
          <li key={`${entry.at}${index}`} className={css.entry}>
            <PersonMark name={entry.by?.name ?? "–"} />
            <div>
              <b>{entry.by?.name ?? "–"}</b>{" "}
              {entry.onBehalfOf === null ? null : t("onBehalfOf", { name: entry.onBehalfOf.name })}{" "}
              <Chip tone={verdict.tone}>{verdict.label}</Chip>
              <div className={css.when}>
                {entry.nodeName} · {instant(entry.at)}
                {entry.round > 1 ? ` · ${t("round", { round: entry.round })}` : ""}
              </div>
              {entry.withheld ? <p className={css.when}>{t("withheld")}</p> : null}
              {entry.comment === null ? null : <p>{entry.comment}</p>}
              {entry.attachments.map((file) => (
                <a key={file.id} className={css.handedIn} href={`/files/${file.id}`}>
                  <IconPaperclip size={14} aria-hidden="true" />
                  {file.name}
                </a>
              ))}
              {entry.signature === null ? null : (
                <div className={css.when}>{t("signedAs", { name: entry.signature })}</div>
              )}
              {more?.(entry)}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
