import { newId } from "../../transaction/newId.ts";
import type { WriteOf, WriteStep } from "./writeStep.ts";

/** Keeps what someone decided, with the record as they saw it and the version of the rules they decided under. */
export const decision = async (write: WriteOf<"decision">, { tx, it, by, seq }: WriteStep): Promise<void> => {
  const record = await tx.records.find({ type: it.recordType, id: it.recordId }, "share");
  await tx.db
    .insertInto("decision")
    .values({
      id: newId(),
      case_id: it.id,
      seq,
      task_key: write.task,
      node: write.node,
      verdict: write.verdict,
      by: write.by,
      on_behalf_of: write.onBehalfOf,
      comment: write.comment,
      attachments: [...write.attachments],
      signature: write.signature,
      round: write.round,
      at: by.at,
      process_key: it.processKey,
      process_version: it.version,
      record_version: record?.version ?? null,
      record: record === null ? null : JSON.stringify(record.fields),
    })
    .execute();
};
