import type { RecordFace } from "../recordFace.ts";

/** Price books in the studio: where they are, and what a list of them shows. */
export const priceBookFace: RecordFace = {
  collection: "priceBooks",
  slug: "price-books",
  columns: [
    { path: "number", width: 150 },
    { path: "title", width: null },
    { path: "currency", width: 120 },
    { path: "validFrom", width: 136 },
    { path: "validUntil", width: 136 },
  ],
};
