import { newId } from "../../transaction/newId.ts";
import type { WriteOf, WriteStep } from "./writeStep.ts";

/** Notes that a token came to a step, or the record to a stage: how long things stay where is counted from these. */
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
      is_stage: write.inStage !== undefined,
      owners: [...(write.inStage?.owners ?? [])],
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

/** Notes when the work at a step is due. */
export const dueStay = async (write: WriteOf<"dueStay">, { tx, it }: WriteStep): Promise<void> => {
  await tx.db
    .updateTable("stay")
    .set({ due_at: write.dueAt })
    .where("case_id", "=", it.id)
    .where("token", "=", write.token)
    .where("left_at", "is", null)
    .execute();
};

/** Notes that the record is there longer than it should be. Once: the first time counts. */
export const lateStay = async (write: WriteOf<"lateStay">, { tx, it, by }: WriteStep): Promise<void> => {
  await tx.db
    .updateTable("stay")
    .set({ late_at: by.at })
    .where("case_id", "=", it.id)
    .where("token", "=", write.token)
    .where("left_at", "is", null)
    .where("late_at", "is", null)
    .execute();
};
