import { fieldAccessOf, type FieldAccess } from "@sluice/domain";
import { problem, Refusal } from "@sluice/problems";
import type { Json } from "@sluice/process";
import type { Asker } from "../person/asker.ts";
import type { FactContext } from "../registry/recordContext.ts";
import type { RecordType } from "../registry/recordType.ts";
import type { Fields, RecordRef, StoredRecord } from "../registry/storedRecord.ts";
import { authorise, isAuthorised, questionOf } from "../rights/authorise.ts";
import { askerOf } from "./askerOf.ts";
import type { Reads } from "./reads.ts";
import { recordRows, type RecordRow } from "./recordRow.ts";
import { snapshot } from "./snapshot.ts";

/** One record whole, with what the person may do with it. */
export interface RecordView extends RecordRow {
  readonly can: { readonly patch: boolean; readonly delete: boolean; readonly move: boolean };
  readonly fieldRights: Readonly<Record<string, FieldAccess>>;
  /** The fields that stay as somebody outside was told them. */
  readonly told: readonly string[];
}

const factsOf = async (type: RecordType, record: StoredRecord, ctx: FactContext): Promise<Fields> => {
  const facts: Record<string, Json> = {};
  for (const [path, fact] of Object.entries(type.derivedFacts ?? {})) facts[path] = await fact(record, ctx);
  return facts;
};

const asTold = (
  rights: Readonly<Record<string, FieldAccess>>,
  told: readonly string[],
): Readonly<Record<string, FieldAccess>> =>
  Object.fromEntries(
    Object.entries(rights).map(([path, right]) => [path, right === "edit" && told.includes(path) ? "read" : right]),
  );

/**
 * The record that a person asks for, as it is stored and with every field: for the door's own use, never to be shown.
 *
 * @problem NOT_FOUND - there is none, or they may not read it
 */
export const readableRecord = async (
  reads: Reads,
  ref: RecordRef,
  personId: string,
): Promise<{ readonly record: StoredRecord; readonly asker: Asker; readonly ctx: FactContext }> => {
  const asker = await askerOf(reads, personId);
  const ctx = await snapshot(reads);
  const record = await ctx.record(ref);
  if (record === null) throw new Refusal([problem("NOT_FOUND", { recordType: ref.type })]);
  authorise(reads.rights, asker, { action: "read", record });
  return { record, asker, ctx };
};

/**
 * One record as a person may see it: lines, references by title, derived facts as they stand now.
 *
 * @problem NOT_FOUND - there is none, or they may not read it
 */
export const getRecord = async (reads: Reads, ref: RecordRef, personId: string): Promise<RecordView> => {
  const { record, asker, ctx } = await readableRecord(reads, ref, personId);
  const type = reads.types.get(ref.type);
  const whole = { ...record, fields: { ...record.fields, ...(await factsOf(type, record, ctx)) } };
  const [row] = await recordRows(reads, asker, { type, records: [whole] });
  if (row === undefined) throw new Error("a record that was read is shown");
  const told = type.toldFields?.(record) ?? [];
  const can = (action: "patch" | "delete" | "move"): boolean => isAuthorised(reads.rights, asker, { action, record });
  return {
    ...row,
    can: { patch: can("patch"), delete: can("delete"), move: can("move") },
    fieldRights: asTold(fieldAccessOf(type.schema, questionOf(reads.rights, asker, record)), told),
    told,
  };
};
