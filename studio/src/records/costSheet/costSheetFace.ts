import type { RecordFace } from "../recordFace.ts";

/** Cost sheets in the studio: where they are, and what a list of them shows. */
export const costSheetFace: RecordFace = {
  collection: "costSheets",
  slug: "cost-sheets",
  columns: [
    { path: "number", width: 160 },
    { path: "quote", width: null },
    { path: "stage", width: 170 },
    { path: "valid", width: 90 },
    { path: "total", width: 150 },
    { path: "validUntil", width: 136 },
  ],
};
