import type { RecordSchema } from "@sluice/domain";
import type { Collection } from "../api/shapes.ts";

/** A column of a list: a field's path, or `title` and `stage`, which every row has. */
export interface ListColumn {
  readonly path: string;
  /** Pixels; the title takes what is left. */
  readonly width: number | null;
}

const columns: Readonly<Record<Collection, readonly ListColumn[]>> = {
  customers: [
    { path: "title", width: null },
    { path: "grade", width: 130 },
    { path: "industry", width: 160 },
    { path: "phone", width: 150 },
    { path: "owner", width: 150 },
    { path: "updatedAt", width: 170 },
  ],
  contacts: [
    { path: "title", width: null },
    { path: "customer", width: 240 },
    { path: "title:field", width: 160 },
    { path: "phone", width: 150 },
    { path: "email", width: 220 },
  ],
  products: [
    { path: "sku", width: 150 },
    { path: "title", width: null },
    { path: "category", width: 160 },
    { path: "unit", width: 80 },
    { path: "listPrice", width: 130 },
    { path: "active", width: 90 },
  ],
  priceBooks: [
    { path: "title", width: null },
    { path: "currency", width: 120 },
    { path: "validFrom", width: 130 },
    { path: "validUntil", width: 130 },
  ],
  costSheets: [
    { path: "number", width: 160 },
    { path: "quote", width: null },
    { path: "stage", width: 170 },
    { path: "valid", width: 90 },
    { path: "total", width: 150 },
    { path: "validUntil", width: 130 },
  ],
  quotes: [
    { path: "number", width: 150 },
    { path: "title", width: null },
    { path: "customer", width: 200 },
    { path: "stage", width: 160 },
    { path: "total", width: 150 },
    { path: "effectiveDiscount", width: 150 },
    { path: "validUntil", width: 120 },
  ],
  orders: [
    { path: "number", width: 160 },
    { path: "customer", width: null },
    { path: "quote", width: 220 },
    { path: "stage", width: 150 },
    { path: "total", width: 150 },
  ],
};

/** The columns of a list that its schema knows. */
export const columnsOf = (collection: Collection, schema: RecordSchema): readonly ListColumn[] =>
  columns[collection].filter(
    ({ path }) => path === "title" || path === "stage" || schema.fields[fieldPathOf(path)] !== undefined,
  );

/** A record's title is a row's own; a field that is called so is written `title:field`. */
export const fieldPathOf = (path: string): string => path.replace(/:field$/u, "");
