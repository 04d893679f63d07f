import { Button } from "@mantine/core";
import { costTotals, Decimal, decimalText, parseDecimal, type FieldSchema } from "@sluice/domain";
import type { Json } from "@sluice/process";
import { IconCoins } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldValues, RecordView } from "../../api/shapes.ts";
import { useQueryOf } from "../../api/useQueryOf.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import { jsonText } from "../../text/jsonText.ts";
import { linesOf, type Line } from "../lines/Line.ts";
import { LinesGrid } from "../lines/LinesGrid.tsx";

interface CostLinesProps {
  readonly field: FieldSchema;
  readonly record: RecordView;
  readonly values: FieldValues;
  readonly canEdit: boolean;
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (lines: readonly Line[]) => void;
}

const columns = ["kind", "quoteLine", "description", "quantity", "unitCost", "currency", "rate", "total"];
const foreign: ReadonlySet<string> = new Set(["currency", "rate"]);

/** What a quote will cost us, line by line; each line may say which line of the quote it is for. */
export function CostLines({ field, record, values, canEdit, errors, onChange }: CostLinesProps) {
  const { t } = useTranslation("records");
  const { local } = useLanguage();
  const quoteId = typeof values.quote === "string" ? values.quote : "";
  const quote = useQueryOf("quotes.get", { id: quoteId }, { enabled: quoteId !== "" });
  const quoteLines = linesOf(quote.data?.fields.lines).flatMap((line, index) =>
    typeof line.id === "string" ? [{ value: line.id, label: `${index + 1} · ${jsonText(line.description)}` }] : [],
  );
  const lines = linesOf(values.lines);
  const currency = typeof values.currency === "string" ? values.currency : "CNY";
  const isForeign = lines.some(
    (line) =>
      (typeof line.currency === "string" && line.currency !== currency) ||
      (typeof line.rate === "string" && !decimalIn(line.rate, 1).equals(1)),
  );
  const [isAsked, setAsked] = useState(false);
  const showsForeign = isForeign || isAsked;
  const priced = costTotals(lines.map(termsOf), currency).lines;
  return (
    <LinesGrid
      label={local(field.label)}
      fields={field.lineFields ?? {}}
      columns={showsForeign ? columns : columns.filter((column) => !foreign.has(column))}
      lines={lines.map((line, index) => ({ ...line, total: decimalText(priced[index] ?? new Decimal(0)) }))}
      currency={record.fields.currency === currency ? currency : undefined}
      canEdit={canEdit}
      errors={errors}
      onChange={onChange}
      aNewLine={() => ({
        kind: "material",
        quoteLine: null,
        description: null,
        quantity: "1",
        unitCost: null,
        currency,
        rate: "1",
      })}
      acts={
        showsForeign ? null : (
          <Button variant="subtle" color="gray" leftSection={<IconCoins size={15} />} onClick={() => setAsked(true)}>
            {t("foreignCurrency")}
          </Button>
        )
      }
      optionsOf={(column) => (column === "quoteLine" ? quoteLines : undefined)}
    />
  );
}

const decimalIn = (value: Json | undefined, otherwise: number): Decimal => {
  const parsed = parseDecimal(value, { digits: 25, places: 12 });
  return parsed.ok ? parsed.value : new Decimal(otherwise);
};
const termsOf = (line: Line) => ({
  quantity: decimalIn(line.quantity, 0),
  unitCost: decimalIn(line.unitCost, 0),
  rate: decimalIn(line.rate, 1),
});
