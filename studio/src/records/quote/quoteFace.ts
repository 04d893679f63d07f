import type { RecordFace } from "../recordFace.ts";

/** Quotes in the studio: where they are, and what a list of them shows. */
export const quoteFace: RecordFace = {
  collection: "quotes",
  slug: "quotes",
  columns: [
    { path: "number", width: 150 },
    { path: "title", width: null },
    { path: "customer", width: 240 },
    { path: "stage", width: 140 },
    { path: "total", width: 150 },
    { path: "effectiveDiscount", width: 140 },
    { path: "validUntil", width: 136 },
  ],
};
