import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { RecordView } from "../../api/shapes.ts";
import { useQueryOf } from "../../api/useQueryOf.ts";
import { jsonText } from "../../text/jsonText.ts";
import { useFormats } from "../../text/useFormats.ts";
import { Card } from "../Card.tsx";
import { StageChip } from "../StageChip.tsx";
import css from "../RelatedRecords.module.css";

/** The revision before this one, this one, and those made from it. Nothing for a quote that was never revised. */
export function Revisions({ quote }: { readonly quote: RecordView }) {
  const { t } = useTranslation("records");
  const { day } = useFormats();
  const earlierId = typeof quote.fields.revisionOf === "string" ? quote.fields.revisionOf : null;
  const earlier = useQueryOf("quotes.get", { id: earlierId ?? "" }, { enabled: earlierId !== null });
  const later = useQueryOf("quotes.list", { limit: 20, filter: { revisionOf: quote.id } });
  const chain = [...(earlier.data === undefined ? [] : [earlier.data]), quote, ...(later.data?.items ?? [])];
  if (chain.length < 2) return null;
  return (
    <Card title={t("revisions")}>
      <ul className={css.list}>
        {chain.map((row) => (
          <li key={row.id}>
            <Link
              to="/$collection/$id"
              params={{ collection: "quotes", id: row.id }}
              className={css.link ?? ""}
              aria-current={row.id === quote.id ? "true" : undefined}
            >
              <span className={css.title}>
                {row.number}
                <span className={css.more}>{t("revision", { revision: jsonText(row.fields.revision ?? 1) })}</span>
              </span>
              <StageChip recordType="quote" stage={row.stage} />
              <span className={css.end}>{day(row.updatedAt)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
