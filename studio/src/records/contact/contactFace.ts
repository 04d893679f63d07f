import type { RecordFace } from "../recordFace.ts";

/** Contacts in the studio: where they are, and what a list of them shows. */
export const contactFace: RecordFace = {
  collection: "contacts",
  slug: "contacts",
  columns: [
    { path: "number", width: 150 },
    { path: "title", width: null },
    { path: "customer", width: 240 },
    { path: "title:field", width: 160 },
    { path: "phone", width: 150 },
    { path: "email", width: 220 },
  ],
};
