import type { OutputOf } from "./surface.ts";

/** The answers of the server that more than one screen speaks of, by name. */
export const collections = [
  "customers",
  "contacts",
  "products",
  "priceBooks",
  "costSheets",
  "quotes",
  "orders",
  "territories",
] as const;
export type Collection = (typeof collections)[number];

export type RecordPage = OutputOf<"customers.list">;
export type RecordRow = RecordPage["items"][number];
export type RecordView = OutputOf<"customers.get">;
export type FieldRight = RecordView["fieldRights"][string];
export type FieldValues = RecordRow["fields"];

export type InboxItem = OutputOf<"tasks.inbox">["items"][number];
export type TaskAnswer = OutputOf<"tasks.get">;

export type CaseAnswer = OutputOf<"cases.get">;
export type ShownMove = CaseAnswer["moves"][number];
export type ShownProblem = ShownMove["problems"][number];
export type ShownEvent = CaseAnswer["events"][number];
export type FormFieldAccess = ShownMove["form"][number];

export type ProcessSummary = OutputOf<"processes.list">[number];
export type ProcessAnswer = OutputOf<"processes.get">;
export type LiveStep = OutputOf<"processes.live">[number];
export type Finding = OutputOf<"processes.check">[number];
export type BlockInfo = OutputOf<"catalog.blocks">[number];

export type SignedIn = NonNullable<OutputOf<"session.me">>;
export type PersonSummary = OutputOf<"people.list">[number];
export type FoundRecord = OutputOf<"search.all">[number];
export type Committed = OutputOf<"cases.move">;
export type ImportPreview = OutputOf<"products.importPreview">;
export type ImportStatus = OutputOf<"products.importStatus">;
