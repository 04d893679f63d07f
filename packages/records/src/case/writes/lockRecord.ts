import type { WriteOf, WriteStep } from "./writeStep.ts";

/** Closes the case's record to edits while it is decided on, but for some fields; or opens it again. */
export const lockRecord = async (write: WriteOf<"lockRecord">, { tx, it }: WriteStep): Promise<void> => {
  await tx.db
    .deleteFrom("record_lock")
    .where("record_type", "=", it.recordType)
    .where("record_id", "=", it.recordId)
    .where("case_id", "=", it.id)
    .execute();
  if (write.locked)
    await tx.db
      .insertInto("record_lock")
      .values({ record_type: it.recordType, record_id: it.recordId, case_id: it.id, except: [...write.except] })
      .execute();
};
