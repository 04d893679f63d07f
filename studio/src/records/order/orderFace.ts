import type { RecordFace } from "../recordFace.ts";

/** Orders in the studio: where they are, and what a list of them shows. */
export const orderFace: RecordFace = {
  collection: "orders",
  slug: "orders",
  columns: [
    { path: "number", width: 160 },
    { path: "customer", width: null },
    { path: "quote", width: 220 },
    { path: "stage", width: 150 },
    { path: "total", width: 150 },
  ],
};
