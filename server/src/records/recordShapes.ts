import { z } from "zod";
import { json } from "../shape/json.ts";
import { pageInput, pageOf } from "../shape/page.ts";

/** What a reader may do with one field: not know of it, see it masked, see it, change it. */
export const fieldRight = z.enum(["hidden", "masked", "read", "edit"]);
export type FieldRight = z.infer<typeof fieldRight>;

const recordRef = z.object({ id: z.string(), type: z.string(), title: z.string() });

/** A record as a list shows it. `refs` names what its references point to; hidden fields are absent. */
export const recordRow = z.object({
  id: z.string(),
  type: z.string(),
  number: z.string().nullable(),
  version: z.number(),
  title: z.string(),
  fields: z.record(z.string(), json),
  refs: z.record(z.string(), recordRef),
  stage: z.object({ key: z.string(), name: z.string() }).nullable(),
  updatedAt: z.string(),
});
export type RecordRow = z.infer<typeof recordRow>;

/** What holds a record while people decide on it; `except` names the fields that stay open. */
const recordLock = z.object({ caseId: z.string(), approvers: z.array(z.string()), except: z.array(z.string()) });
export type RecordLock = z.infer<typeof recordLock>;

/** A record as its own page shows it, with what the reader may do. */
export const recordView = recordRow.extend({
  caseId: z.string().nullable(),
  can: z.object({ patch: z.boolean(), delete: z.boolean(), move: z.boolean() }),
  fieldRights: z.record(z.string(), fieldRight),
  lock: recordLock.nullable(),
  /** The fields that stay as somebody outside was told them. */
  told: z.array(z.string()),
  createdAt: z.string(),
  createdBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  updatedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type RecordView = z.infer<typeof recordView>;

/** What a list of records takes. `filter` holds equalities by field, `q` free words and `stage` a stage's key. */
export const recordListInput = pageInput.extend({
  sort: z.object({ field: z.string().max(120), direction: z.enum(["asc", "desc"]) }).optional(),
  filter: z.record(z.string().max(120), z.union([z.string().max(400), z.number(), z.boolean(), z.null()])).optional(),
});
export type RecordListInput = z.infer<typeof recordListInput>;

/** A deleted record as the list of deleted ones shows it; `version` is the one that its restore names. */
export const deletedRecord = z.object({
  id: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  version: z.number(),
  deletedAt: z.string(),
  deletedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export const deletedListInput = pageInput.extend({ q: z.string().max(400).optional() });
export type DeletedListInput = z.infer<typeof deletedListInput>;
export const deletedPage = pageOf(deletedRecord);
export type DeletedPage = z.infer<typeof deletedPage>;

export const recordPage = pageOf(recordRow);
export type RecordPage = z.infer<typeof recordPage>;
