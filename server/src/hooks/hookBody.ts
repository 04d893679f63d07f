import type { NamedRecord } from "@sluice/records";
import { z } from "zod";
import { json } from "../shape/json.ts";

const id = z.string().min(1).max(200);
const payload = json.default(null);
/** The record that it is about: by its id, or by the number that people know it by; one of the two, or neither. */
const record = { recordId: z.uuid().optional(), recordNumber: z.string().min(1).max(40).optional() };

const namesOneRecord = (it: { recordId?: string | undefined; recordNumber?: string | undefined }): boolean =>
  it.recordId === undefined || it.recordNumber === undefined;
const ONE_RECORD = { error: "name the record by recordId or by recordNumber, not by both", path: ["recordNumber"] };

/** A message from another system, to the case it names or to whoever waits for it. All that decides stands in the body: only that is signed. */
export const hookMessage = z
  .strictObject({
    id,
    caseId: z.uuid().optional(),
    message: z.string().min(1).max(80),
    key: z.string().max(200).nullable().default(null),
    ...record,
    payload,
  })
  .refine(namesOneRecord, ONE_RECORD)
  .refine((it) => it.caseId === undefined || (it.recordId ?? it.recordNumber) === undefined, {
    error: "a case has its record: leave recordId and recordNumber out",
    path: ["caseId"],
  });

/** A call that begins a process. */
export const hookStart = z
  .strictObject({ id, hook: z.string().min(1).max(80), ...record, payload })
  .refine(namesOneRecord, ONE_RECORD);

/** How the record was named, or null when it was not. */
export const namedIn = (it: {
  readonly recordId?: string | undefined;
  readonly recordNumber?: string | undefined;
}): NamedRecord | null => {
  if (it.recordId !== undefined) return { id: it.recordId };
  return it.recordNumber === undefined ? null : { number: it.recordNumber };
};
