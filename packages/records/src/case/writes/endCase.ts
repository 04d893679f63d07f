import { putIntoInbox } from "../putIntoInbox.ts";
import type { WriteOf, WriteStep } from "./writeStep.ts";

/** Tells a parent that its child has ended, and what it wanted back. The case's own row says so by its state. */
export const endCase = async (write: WriteOf<"endCase">, { tx, it }: WriteStep): Promise<void> => {
  if (it.parentCaseId === null || it.parentKey === null) return;
  await putIntoInbox(tx, it.parentCaseId, {
    type: "childEnded",
    childKey: it.parentKey,
    outcome: write.outcome,
    ...(write.brings && { brings: write.brings }),
  });
};
