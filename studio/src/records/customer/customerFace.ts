import type { RecordFace } from "../recordFace.ts";

/** Customers in the studio: where they are, and what a list of them shows. */
export const customerFace: RecordFace = {
  collection: "customers",
  slug: "customers",
  columns: [
    { path: "number", width: 150 },
    { path: "title", width: null },
    { path: "grade", width: 130 },
    { path: "industry", width: 160 },
    { path: "phone", width: 150 },
    { path: "owner", width: 150 },
    { path: "updatedAt", width: 170 },
  ],
};
