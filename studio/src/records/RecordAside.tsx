import { useTranslation } from "react-i18next";
import type { Collection, RecordView } from "../api/shapes.ts";
import type { RecordDraft } from "../form/useRecordDraft.ts";
import { useFormats } from "../text/useFormats.ts";
import { Card } from "./Card.tsx";
import { CostSums } from "./costSheet/CostSums.tsx";
import { QuoteSums } from "./quote/QuoteSums.tsx";
import { quoteTotals } from "./quote/quoteTotals.ts";
import { Revisions } from "./quote/Revisions.tsx";
import { RelatedRecords } from "./RelatedRecords.tsx";
import css from "./RecordPage.module.css";

interface RecordAsideProps {
  readonly collection: Collection;
  readonly record: RecordView;
  readonly draft: RecordDraft;
}

/** Beside the form: sums, what hangs on the record, and who touched it when. */
export function RecordAside({ collection, record, draft }: RecordAsideProps) {
  const { t } = useTranslation("records");
  const { instant, money } = useFormats();
  const currency = typeof draft.values.currency === "string" ? draft.values.currency : "CNY";
  return (
    <>
      {collection === "quotes" ? (
        <Card title={t("sums")}>
          <QuoteSums
            totals={quoteTotals(draft.values)}
            standing={record.fields}
            values={draft.values}
            currency={currency}
            isUnsaved={draft.isDirty}
          />
        </Card>
      ) : null}
      {collection === "costSheets" ? (
        <Card title={t("sums")}>
          <CostSums values={draft.values} isUnsaved={draft.isDirty} />
        </Card>
      ) : null}
      {collection === "orders" && typeof record.fields.total === "string" ? (
        <Card title={t("total")}>
          <strong className="num">{money(record.fields.total, currency)}</strong>
        </Card>
      ) : null}
      {collection === "customers" ? (
        <>
          <RelatedRecords
            collection="quotes"
            filter={{ customer: record.id }}
            title={t("quotes")}
            addLabel={t("addQuote")}
            addSearch={{ customer: record.id }}
          />
          <RelatedRecords
            collection="contacts"
            filter={{ customer: record.id }}
            title={t("contacts")}
            addLabel={t("addContact")}
            addSearch={{ customer: record.id }}
          />
          <RelatedRecords collection="orders" filter={{ customer: record.id }} title={t("orders")} hideEmpty />
        </>
      ) : null}
      {collection === "quotes" ? (
        <>
          <RelatedRecords
            collection="costSheets"
            filter={{ quote: record.id }}
            title={t("costSheets")}
            hideEmpty={typeof record.fields.costSheet === "string"}
          />
          <RelatedRecords collection="orders" filter={{ quote: record.id }} title={t("orders")} hideEmpty />
          <Revisions quote={record} />
        </>
      ) : null}
      <div className={css.facts}>
        <span>
          {record.createdBy === null
            ? instant(record.createdAt)
            : t("createdBy", { name: record.createdBy.name, when: instant(record.createdAt) })}
        </span>
        <span>
          {record.updatedBy === null
            ? t("changedAt", { when: instant(record.updatedAt) })
            : t("changedBy", { name: record.updatedBy.name, when: instant(record.updatedAt) })}
        </span>
      </div>
    </>
  );
}
