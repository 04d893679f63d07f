import { costTotals, Decimal, decimalText, parseDecimal } from "@sluice/domain";
import { useTranslation } from "react-i18next";
import type { FieldValues } from "../../api/shapes.ts";
import { useFormats } from "../../text/useFormats.ts";
import { linesOf } from "../lines/Line.ts";
import css from "../Totals.module.css";

/** The total of a cost sheet as it stands in the form, exact. */
export function CostSums({ values, isUnsaved }: { readonly values: FieldValues; readonly isUnsaved: boolean }) {
  const { t } = useTranslation("records");
  const { money } = useFormats();
  const currency = typeof values.currency === "string" ? values.currency : "CNY";
  const decimalIn = (value: unknown, otherwise: number): Decimal => {
    const parsed = parseDecimal(value, { digits: 25, places: 12 });
    return parsed.ok ? parsed.value : new Decimal(otherwise);
  };
  const { total } = costTotals(
    linesOf(values.lines).map((line) => ({
      quantity: decimalIn(line.quantity, 0),
      unitCost: decimalIn(line.unitCost, 0),
      rate: decimalIn(line.rate, 1),
    })),
    currency,
  );
  return (
    <>
      <dl className={css.totals}>
        <dt data-strong>{t("total")}</dt>
        <dd data-strong data-total>
          {money(decimalText(total), currency)}
        </dd>
      </dl>
      {isUnsaved ? <p className={css.note}>{t("unsavedTotals")}</p> : null}
    </>
  );
}
