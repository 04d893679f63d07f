import { IconAlertTriangle, IconCircleCheck, IconClock } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Collection, RecordView } from "../api/shapes.ts";
import { useQueryOf } from "../api/useQueryOf.ts";
import { useFormats } from "../text/useFormats.ts";
import { useNow } from "../text/useNow.ts";
import { waitsForCost } from "./waitsForCost.ts";
import css from "./RecordState.module.css";

/** The state of a record in words where a number or a tick would not do: whether a cost sheet still vouches for its quote, whether a quote has expired. */
export function RecordState({ collection, record }: { readonly collection: Collection; readonly record: RecordView }) {
  const { t } = useTranslation("records");
  const { instant } = useFormats();
  const sheets = useQueryOf(
    "costSheets.list",
    { limit: 20, filter: { quote: record.id } },
    { enabled: collection === "quotes" },
  );
  const isWaiting = waitsForCost(record, sheets.data?.items ?? []);
  const { signedAt, valid, validUntil } = record.fields;
  const today = new Date(useNow()).toISOString().slice(0, 10);
  const isExpired = typeof validUntil === "string" && validUntil < today;

  if (collection === "quotes" && isWaiting) return <Said tone="warn">{t("waitsForCost")}</Said>;
  if (collection === "quotes" && isExpired) return <Said tone="warn">{t("expired", { date: validUntil })}</Said>;
  if (collection !== "costSheets") return null;
  if (typeof signedAt !== "string") return <Said tone="plain">{t("sheetUnsigned")}</Said>;
  const signer = record.refs.signedBy?.title;
  const signature =
    signer === undefined
      ? t("sheetSignedOn", { date: instant(signedAt) })
      : t("sheetSignedBy", { name: signer, date: instant(signedAt) });
  if (valid === true) return <Said tone="ok">{`${t("sheetValid")} ${signature}`}</Said>;
  return <Said tone="warn">{`${isExpired ? t("sheetExpired") : t("sheetStale")} ${signature}`}</Said>;
}

const icons = { ok: IconCircleCheck, warn: IconAlertTriangle, plain: IconClock };

function Said({ tone, children }: { readonly tone: keyof typeof icons; readonly children: string }) {
  const Icon = icons[tone];
  return (
    <p className={css.said} data-tone={tone} data-state={tone}>
      <Icon size={16} stroke={1.8} aria-hidden="true" />
      {children}
    </p>
  );
}
