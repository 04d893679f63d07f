import type { ProcessDefinition } from "@sluice/process";
import { IconSettingsAutomation } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ShownEvent } from "../api/shapes.ts";
import { useSayings } from "../canvas/sayings/useSayings.ts";
import { PersonMark } from "../shell/PersonMark.tsx";
import { useFormats } from "../text/useFormats.ts";
import { factWords } from "./factWords.ts";
import css from "./cases.module.css";

/** What happened, newest first: who did it, what they said, and the facts the step was decided on. */
export function CaseEvents({
  events,
  definition,
}: {
  readonly events: readonly ShownEvent[];
  readonly definition: ProcessDefinition;
}) {
  const { t } = useTranslation("cases");
  const sayings = useSayings();
  const { instant } = useFormats();
  if (events.length === 0) return <p className={css.quiet}>{t("noEvents")}</p>;
  return (
    <ol className={css.events}>
      {events
        .toSorted((one, other) => other.seq - one.seq)
        .map((event) => (
          <li key={event.seq} className={css.event} data-type={event.type}>
            {event.actorId === null ? (
              <span className={css.machine} aria-hidden="true">
                <IconSettingsAutomation size={14} stroke={1.7} />
              </span>
            ) : (
              <PersonMark name={event.actorName} />
            )}
            <div>
              <div className={css.eventTitle}>
                <b>{event.title}</b>
                <span className={css.quiet}>{event.actorName}</span>
                <time dateTime={event.at} className="num">
                  {instant(event.at)}
                </time>
              </div>
              {event.detail === null ? null : <div className={css.detail}>{event.detail}</div>}
              {event.used.length === 0 ? null : (
                <details className={css.used}>
                  <summary>{t("used")}</summary>
                  <dl className={css.facts}>
                    {event.used.map((fact, index) => (
                      <FactRow
                        key={`${fact.label}${index}`}
                        label={fact.label}
                        value={factWords({ sayings, definition }, fact)}
                      />
                    ))}
                  </dl>
                </details>
              )}
            </div>
          </li>
        ))}
    </ol>
  );
}

function FactRow({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="num">{value}</dd>
    </>
  );
}
