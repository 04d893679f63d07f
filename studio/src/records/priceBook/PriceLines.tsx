import type { FieldSchema } from "@sluice/domain";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../../api/useQueryOf.ts";
import { useLanguage } from "../../i18n/useLanguage.ts";
import type { Line } from "../lines/Line.ts";
import { LinesGrid } from "../lines/LinesGrid.tsx";
import { ProductPicker } from "../lines/ProductPicker.tsx";

interface PriceLinesProps {
  readonly field: FieldSchema;
  readonly lines: readonly Line[];
  readonly currency: string | undefined;
  readonly canEdit: boolean;
  readonly errors: ReadonlyMap<string, string>;
  readonly onChange: (lines: readonly Line[]) => void;
}

/** The prices of a book: one product and starting quantity a line. Begins at the product's list price. */
export function PriceLines({ field, lines, currency, canEdit, errors, onChange }: PriceLinesProps) {
  const { t } = useTranslation("form");
  const { local } = useLanguage();
  return (
    <LinesGrid
      label={local(field.label)}
      path="entries"
      fields={field.lineFields ?? {}}
      columns={["product", "minQuantity", "price"]}
      drawn={{ product: (id) => (typeof id === "string" ? <ProductName id={id} /> : null) }}
      lines={lines}
      currency={currency}
      canEdit={canEdit}
      canAdd={false}
      errors={errors}
      onChange={onChange}
      aNewLine={() => ({})}
      picker={
        <ProductPicker
          key={t("addProduct")}
          onPick={({ id, fields }) =>
            onChange([...lines, { product: id, price: fields.listPrice ?? null, minQuantity: "1" }])
          }
        />
      }
    />
  );
}

/** A product by code and name; by a dash until it is known. */
function ProductName({ id }: { readonly id: string }) {
  const product = useQueryOf("products.get", { id }, { staleMs: 5 * 60_000 });
  const { sku } = product.data?.fields ?? {};
  const name = product.data?.title ?? "–";
  return <>{typeof sku === "string" ? `${sku} · ${name}` : name}</>;
}
