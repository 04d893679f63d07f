import { newId } from "../../transaction/newId.ts";
import type { WriteOf, WriteStep } from "./writeStep.ts";

/** Notes that a token came to a node: how long things stay where is counted from these. */
export const openStay = async (write: WriteOf<"openStay">, { tx, it, by }: WriteStep): Promise<void> => {
  await tx.db
    .insertInto("stay")
    .values({
      id: newId(),
      case_id: it.id,
      token: write.token,
      node: write.node,
      process_key: it.processKey,
      version: it.version,
      entered_at: by.at,
      due_at: write.dueAt,
    })
    .execute();
};

/** Notes that it left. */
export const closeStay = async (write: WriteOf<"closeStay">, { tx, it, by }: WriteStep): Promise<void> => {
  await tx.db
    .updateTable("stay")
    .set({ left_at: by.at })
    .where("case_id", "=", it.id)
    .where("token", "=", write.token)
    .where("left_at", "is", null)
    .execute();
};
