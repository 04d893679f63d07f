import type { Happening } from "@sluice/process";
import { caseToBe } from "../case/caseToBe.ts";
import { putIntoInboxes } from "../case/putIntoInbox.ts";
import { insertCases } from "../case/saveCase.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

type Start = Parameters<typeof caseToBe>[0] & { readonly happening: Happening };

/**
 * Puts cases beside records that take their first step by their own inboxes, right after the commit: there the condition of each
 * is asked, and what the process says about a second start for the same record. One that does not begin is dropped there.
 */
export const putStarts = async (tx: DoorTransaction, starts: readonly Start[]): Promise<void> => {
  const cases = starts.map(({ happening, ...start }) => ({ it: caseToBe(start), happening }));
  await insertCases(
    tx,
    cases.map(({ it }) => it),
  );
  await putIntoInboxes(
    tx,
    cases.map(({ it, happening }) => ({ caseId: it.id, happening, lane: it.lane })),
  );
};

/** Puts one such case beside a record. */
export const putStart = (tx: DoorTransaction, start: Start): Promise<void> => putStarts(tx, [start]);
