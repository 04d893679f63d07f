import type { CostedContent, QuotedLine } from "@sluice/domain";
import type { StoredRecord } from "../registry/storedRecord.ts";
import { decimalIn, linesIn, textIn } from "../values/fieldValues.ts";

/** The lines of a quote as costing sees them. */
export const quotedLinesOf = (quote: StoredRecord): readonly QuotedLine[] =>
  linesIn(quote.fields, "lines").map((line) => ({
    id: textIn(line, "id") ?? "",
    product: textIn(line, "product"),
    description: textIn(line, "description") ?? "",
    quantity: decimalIn(line, "quantity").toFixed(),
    unit: textIn(line, "unit"),
  }));

/** What a sheet costs, in the one spelling that its fingerprint is made of. */
export const costedContentOf = (quote: StoredRecord, sheet: StoredRecord): CostedContent => {
  const currency = textIn(sheet.fields, "currency") ?? "";
  return {
    quoteId: quote.id,
    quoteCurrency: textIn(quote.fields, "currency") ?? "",
    currency,
    rateDate: textIn(sheet.fields, "rateDate") ?? "",
    quoteLines: quotedLinesOf(quote),
    sheetLines: linesIn(sheet.fields, "lines").map((line) => ({
      id: textIn(line, "id") ?? "",
      kind: textIn(line, "kind") ?? "",
      quoteLine: textIn(line, "quoteLine"),
      description: textIn(line, "description") ?? "",
      quantity: decimalIn(line, "quantity").toFixed(),
      unitCost: decimalIn(line, "unitCost").toFixed(),
      currency: textIn(line, "currency") ?? currency,
      rate: decimalIn(line, "rate", "1").toFixed(),
    })),
  };
};
