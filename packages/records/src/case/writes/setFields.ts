import { validateFields } from "@sluice/domain";
import { assertAllowed } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { missingReferences } from "../../record/missingReferences.ts";
import { writeRecord } from "../../record/writeRecord.ts";
import type { Fields } from "../../registry/storedRecord.ts";
import { resolveCreated } from "../createdRecords.ts";
import type { WriteStep } from "./writeStep.ts";

/**
 * Writes the fields that a step set, and empties the collection.
 *
 * What people may write is validated as theirs; what is derived (the stage, a signature) only a process can write.
 */
export const setFields = async (collected: Record<string, Json>, { tx, it, by }: WriteStep): Promise<void> => {
  const paths = Object.keys(collected);
  if (paths.length === 0) return;
  const fields = await resolveCreated(tx, it.id, collected);
  const type = tx.house.types.get(it.recordType);
  const isDerived = (path: string): boolean => type.schema.fields[path]?.derived === true;
  const isKnown = (path: string): boolean => path !== "stage" || type.schema.fields["stage"] !== undefined;
  const derived: Fields = Object.fromEntries(
    paths.filter((path) => isDerived(path)).map((path) => [path, fields[path] ?? null]),
  );
  const given: Fields = Object.fromEntries(
    paths.filter((path) => !isDerived(path) && isKnown(path)).map((path) => [path, fields[path] ?? null]),
  );
  const validated = validateFields(type.schema, given, "patch");
  assertAllowed([...validated.problems, ...(await missingReferences(tx, type, validated.values))]);
  const before = await tx.records.find({ type: it.recordType, id: it.recordId }, "write");
  if (before === null) throw new Error(`the ${it.recordType} ${it.recordId} of a case is not there`);
  await writeRecord(tx, { before, changes: { ...validated.values, ...derived } }, by);
  for (const path of paths) delete collected[path];
};
