import { problem, type Problem } from "@sluice/problems";
import type { Fields, StoredRecord } from "../registry/storedRecord.ts";
import { linesIn, textIn } from "../values/fieldValues.ts";

/** What the customer was told, and what therefore stays. */
const TOLD = ["name", "customer", "contact", "currency", "validUntil", "discount", "terms"] as const;
const TOLD_IN_LINES = ["id", "product", "description", "quantity", "unit", "listPrice", "discount"] as const;

const toldIn = (fields: Fields): string =>
  JSON.stringify([
    TOLD.map((path) => fields[path] ?? null),
    linesIn(fields, "lines").map((line) => TOLD_IN_LINES.map((path) => line[path] ?? null)),
  ]);

/** The fields of a sent quote that say what the customer was told; none before it was sent. */
export const toldFieldsOfQuote = ({ fields }: StoredRecord): readonly string[] =>
  textIn(fields, "sentAt") === null ? [] : [...TOLD, "lines"];

const issued = ({ fields }: StoredRecord): Problem =>
  problem("DOCUMENT_ISSUED", { number: textIn(fields, "number"), sentAt: textIn(fields, "sentAt") });

/**
 * Refuses to delete a quote that was sent.
 *
 * @problem DOCUMENT_ISSUED - the customer has it
 */
export const mayDeleteQuote = async (quote: StoredRecord): Promise<readonly Problem[]> =>
  textIn(quote.fields, "sentAt") === null ? [] : [issued(quote)];

/**
 * Refuses to change what a sent quote says. The internal note, its owner and what the process keeps may still change.
 *
 * @problem DOCUMENT_ISSUED - it was sent and would say something else afterwards
 */
export const issuedProblems = (draft: StoredRecord, before: StoredRecord | null): readonly Problem[] =>
  before !== null && textIn(before.fields, "sentAt") !== null && toldIn(draft.fields) !== toldIn(before.fields)
    ? [issued(before)]
    : [];
