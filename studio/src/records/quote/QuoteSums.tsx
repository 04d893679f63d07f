import { shareText } from "@sluice/domain";
import { useTranslation } from "react-i18next";
import type { FieldValues } from "../../api/shapes.ts";
import { roundedShareText } from "../../text/formats.ts";
import { useFormats } from "../../text/useFormats.ts";
import type { QuoteTotals } from "./quoteTotals.ts";
import css from "../Totals.module.css";

interface QuoteSumsProps {
  readonly totals: QuoteTotals;
  readonly standing: FieldValues;
  readonly values: FieldValues;
  readonly currency: string;
  readonly isUnsaved: boolean;
}

/** The sums of a quote, live while one types. Cost and margin are the server's, shown to whom may see them. */
export function QuoteSums({ totals, standing, values, currency, isUnsaved }: QuoteSumsProps) {
  const { t } = useTranslation("records");
  const { money } = useFormats();
  const { costTotal, margin } = standing;
  return (
    <>
      <dl className={css.totals}>
        <dt>{t("listTotal")}</dt>
        <dd>{money(totals.listTotal, currency)}</dd>
        {typeof values.discount === "string" && values.discount !== "0" ? (
          <>
            <dt>{t("wholeDiscount")}</dt>
            <dd>{shareText(values.discount)}</dd>
          </>
        ) : null}
        <dt>{t("discountTotal")}</dt>
        <dd>
          {money(totals.discounted, currency)} · {roundedShareText(totals.effectiveDiscount)}
        </dd>
        <dt data-strong>{t("total")}</dt>
        <dd data-strong data-total>
          {money(totals.total, currency)}
        </dd>
        {typeof costTotal === "string" ? (
          <>
            <dt>{t("cost")}</dt>
            <dd>{money(costTotal, currency)}</dd>
          </>
        ) : null}
        {typeof margin === "string" ? (
          <>
            <dt>{t("margin")}</dt>
            <dd>{roundedShareText(margin)}</dd>
          </>
        ) : null}
      </dl>
      {isUnsaved ? <p className={css.note}>{t("unsavedTotals")}</p> : null}
    </>
  );
}
