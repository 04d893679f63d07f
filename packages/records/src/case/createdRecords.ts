import type { Json } from "@sluice/process";
import type { Fields } from "../registry/storedRecord.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

const MARK = "created:";

const isMarked = (value: Json): value is string => typeof value === "string" && value.startsWith(MARK);

/** Puts the ids of records that earlier steps of a case made in the place of the names the process has for them. */
export const resolveCreated = async (tx: DoorTransaction, caseId: string, fields: Fields): Promise<Fields> => {
  const keys = Object.values(fields)
    .filter(isMarked)
    .map((value) => value.slice(MARK.length));
  if (keys.length === 0) return fields;
  const rows = await tx.db
    .selectFrom("case_created")
    .select(["key", "record_id"])
    .where("case_id", "=", caseId)
    .where("key", "in", keys)
    .execute();
  const ids = new Map(rows.map((row) => [row.key, row.record_id]));
  return Object.fromEntries(
    Object.entries(fields).map(([path, value]) => [
      path,
      isMarked(value) ? (ids.get(value.slice(MARK.length)) ?? null) : value,
    ]),
  );
};
