import type { FieldSchema } from "@sluice/domain";
import { useTranslation } from "react-i18next";
import type { RecordRow } from "../../api/shapes.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import type { Line } from "../lines/Line.ts";
import { LinesGrid } from "../lines/LinesGrid.tsx";
import { ProductPicker } from "../lines/ProductPicker.tsx";

interface QuoteLinesProps {
  readonly field: FieldSchema;
  readonly lines: readonly Line[];
  readonly currency: string | undefined;
  readonly canEdit: boolean;
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (lines: readonly Line[]) => void;
}

const columns = ["description", "quantity", "unit", "listPrice", "discount", "unitPrice", "total"];

/** A product as a line: its name in the reader's language, its unit and list price. One of it, no discount. */
const lineOfProduct = (product: RecordRow, language: "en" | "zh"): Line => {
  const { nameZh, unit, listPrice, sku } = product.fields;
  const name = language === "zh" && typeof nameZh === "string" && nameZh !== "" ? nameZh : product.title;
  return {
    product: product.id,
    description: typeof sku === "string" ? `${name} (${sku})` : name,
    quantity: "1",
    unit: unit ?? null,
    listPrice: listPrice ?? null,
    discount: null,
  };
};

/** What is quoted, line by line. */
export function QuoteLines({ field, lines, currency, canEdit, errors, onChange }: QuoteLinesProps) {
  const { t } = useTranslation("form");
  const { language, local } = useLanguage();
  return (
    <LinesGrid
      label={local(field.label)}
      fields={field.lineFields ?? {}}
      columns={columns}
      lines={lines}
      currency={currency}
      canEdit={canEdit}
      errors={errors}
      onChange={onChange}
      aNewLine={() => ({ description: null, quantity: "1", unit: null, listPrice: null, discount: null })}
      picker={
        <ProductPicker
          key={t("addProduct")}
          onPick={(product) => onChange([...lines, lineOfProduct(product, language)])}
        />
      }
    />
  );
}
