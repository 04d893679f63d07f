import type { RecordFace } from "../recordFace.ts";

/** Products in the studio: where they are, and what a list of them shows. */
export const productFace: RecordFace = {
  collection: "products",
  slug: "products",
  columns: [
    { path: "sku", width: 150 },
    { path: "title", width: null },
    { path: "category", width: 160 },
    { path: "unit", width: 80 },
    { path: "listPrice", width: 130 },
    { path: "active", width: 90 },
    { path: "number", width: 150 },
  ],
};
