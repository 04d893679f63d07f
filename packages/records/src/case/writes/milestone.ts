import { newId } from "../../transaction/newId.ts";
import type { WriteStep } from "./writeStep.ts";

/** Records that the case's record reached a milestone: what control points and reports look back on. */
export const milestone = async (key: string, { tx, it, by, seq }: WriteStep): Promise<void> => {
  await tx.db
    .insertInto("milestone")
    .values({
      id: newId(),
      record_type: it.recordType,
      record_id: it.recordId,
      key,
      at: by.at,
      by: JSON.stringify(by.actor),
      seq,
      case_id: it.id,
    })
    .execute();
};
