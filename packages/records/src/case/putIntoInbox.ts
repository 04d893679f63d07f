import type { Actor, Happening } from "@sluice/process";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

const INBOX: Actor = { kind: "system", name: "inbox" };

/**
 * Leaves something for another case to hear of, right after the commit: cases never lock each other. What an import brings
 * about goes by the bulk lane, so that it never stands in people's way.
 */
export const putIntoInbox = (
  tx: DoorTransaction,
  caseId: string,
  happening: Happening,
  lane: string = "people",
): Promise<void> => putIntoInboxes(tx, [{ caseId, happening, lane }]);

/** Leaves something for each of several cases, by one statement. */
export const putIntoInboxes = async (
  tx: DoorTransaction,
  all: readonly { readonly caseId: string; readonly happening: Happening; readonly lane: string }[],
): Promise<void> => {
  if (all.length === 0) return;
  const actor = JSON.stringify(INBOX);
  await tx.db
    .insertInto("case_inbox")
    .values(
      all.map(({ caseId, happening, lane }) => ({
        case_id: caseId,
        happening: JSON.stringify(happening),
        actor,
        lane,
      })),
    )
    .execute();
  for (const { caseId } of all) tx.inboxOf.add(caseId);
};
