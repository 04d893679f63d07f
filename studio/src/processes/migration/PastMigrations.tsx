import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../../api/useQueryOf.ts";
import { useFormats } from "../../text/useFormats.ts";
import css from "./migration.module.css";

/** What still goes on, or waits for somebody's word. */
const OPEN: ReadonlySet<string> = new Set(["running", "tried", "stopped", "undoing"]);

/** The other migrations of a process, each to be looked at again: those that are not over first. */
export function PastMigrations({ process, shown }: { readonly process: string; readonly shown: string | undefined }) {
  const { t } = useTranslation("migration");
  const { instant } = useFormats();
  const past = (useQueryOf("migrations.list", { process }).data ?? []).filter(({ id }) => id !== shown);
  if (past.length === 0) return null;
  const openFirst = past.toSorted((one, other) => Number(OPEN.has(other.status)) - Number(OPEN.has(one.status)));
  return (
    <section className={css.part} aria-labelledby="migration-past">
      <h2 id="migration-past">{t("past.title")}</h2>
      <ul className={css.past}>
        {openFirst.map(({ id, from, to, startedAt, by, status, reason }) => (
          <li key={id} data-open={OPEN.has(status) || undefined}>
            <Link to="/studio/processes/$key/migrate" params={{ key: process }} search={{ id }}>
              {t("past.row", { from, to, when: instant(startedAt), who: by })}
            </Link>
            <small>
              {t(`status.${status}`)} · {reason}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
