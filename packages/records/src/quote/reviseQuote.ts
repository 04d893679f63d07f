import { problem, Refusal } from "@sluice/problems";
import type { Caller, Command, Committed, Door } from "../door.ts";
import type { Fields, StoredRecord } from "../registry/storedRecord.ts";
import { linesIn } from "../values/fieldValues.ts";

const COPIED = [
  "name",
  "customer",
  "contact",
  "currency",
  "validUntil",
  "discount",
  "note",
  "terms",
  "owner",
  "department",
] as const;
const COPIED_IN_LINES = ["product", "description", "quantity", "unit", "listPrice", "discount"] as const;

const copied = (paths: readonly string[], fields: Fields): Fields =>
  Object.fromEntries(
    paths.flatMap((path) => (fields[path] === null || fields[path] === undefined ? [] : [[path, fields[path]]])),
  );

/**
 * What a revision starts with: everything the old quote told, with lines of its own; nothing of its cost, stage or stamps.
 * `custom` names the custom fields that whoever revises it may fill in.
 */
export const revisionFields = (quote: StoredRecord, custom: readonly string[] = []): Fields => ({
  ...copied([...COPIED, ...custom], quote.fields),
  lines: linesIn(quote.fields, "lines").map((line) => copied(COPIED_IN_LINES, line)),
  revisionOf: quote.id,
});

/**
 * Makes a new revision of a quote; the old one stays as it is.
 *
 * Idempotent per `commandId`. The revision is a quote like any other: it needs a cost sheet of its own before it is submitted.
 *
 * @problem NOT_FOUND - there is no such quote for the caller
 */
export const reviseQuote = async (
  door: Pick<Door, "createRecord">,
  quote: StoredRecord | null,
  { custom, ...command }: Command & { readonly caller: Caller; readonly custom?: readonly string[] },
): Promise<Committed> => {
  if (quote === null) throw new Refusal([problem("NOT_FOUND", { recordType: "quote" })]);
  return door.createRecord(
    "quote",
    { commandId: command.commandId, fields: revisionFields(quote, custom) },
    command.caller,
  );
};
