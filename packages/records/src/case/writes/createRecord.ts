import { draftRecord, storeRecord } from "../../record/createRecord.ts";
import { resolveCreated } from "../createdRecords.ts";
import type { WriteOf, WriteStep } from "./writeStep.ts";

/** Makes a record as a block asked for it: through the same checks as anybody's, owned by the owner of the case's record. */
export const createRecordWrite = async (write: WriteOf<"createRecord">, step: WriteStep): Promise<void> => {
  const { tx, it, by } = step;
  const owner = (await tx.records.find({ type: it.recordType, id: it.recordId }, "share"))?.fields["owner"];
  const type = tx.house.types.get(write.recordType);
  const ownerId = typeof owner === "string" ? owner : (step.personId ?? it.initiatorId);
  const fields = await resolveCreated(tx, it.id, write.fields);
  const record = await storeRecord(tx, await draftRecord(tx, { type, fields, ownerId }, by), by);
  await tx.db
    .insertInto("case_created")
    .values({ case_id: it.id, key: write.key, record_type: record.type, record_id: record.id })
    .execute();
  tx.births.push({ record, by });
};
