import type { RecordFace } from "../recordFace.ts";

/** Territories in the studio: where they are, and what a list of them shows. */
export const territoryFace: RecordFace = {
  collection: "territories",
  slug: "territories",
  columns: [
    { path: "number", width: 150 },
    { path: "title", width: null },
    { path: "parent", width: 220 },
    { path: "updatedAt", width: 150 },
  ],
};
