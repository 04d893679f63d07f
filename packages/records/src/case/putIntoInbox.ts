import type { Actor, Happening } from "@sluice/process";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

const INBOX: Actor = { kind: "system", name: "inbox" };

/**
 * Leaves something for another case to hear of, right after the commit: cases never lock each other. What an import brings
 * about goes by the bulk lane, so that it never stands in people's way.
 */
export const putIntoInbox = async (
  tx: DoorTransaction,
  caseId: string,
  happening: Happening,
  lane: string = "people",
): Promise<void> => {
  await tx.db
    .insertInto("case_inbox")
    .values({ case_id: caseId, happening: JSON.stringify(happening), actor: JSON.stringify(INBOX), lane })
    .execute();
  tx.inboxOf.add(caseId);
};
