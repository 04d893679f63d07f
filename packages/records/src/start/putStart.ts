import type { Happening } from "@sluice/process";
import { caseToBe } from "../case/caseToBe.ts";
import { putIntoInbox } from "../case/putIntoInbox.ts";
import { saveCase } from "../case/saveCase.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

type Start = Parameters<typeof caseToBe>[0] & { readonly happening: Happening };

/**
 * Puts a case beside a record that takes its first step by its own inbox, right after the commit: there its condition is asked,
 * and what the process says about a second start for the same record. One that does not begin is dropped there.
 */
export const putStart = async (tx: DoorTransaction, { happening, ...start }: Start): Promise<void> => {
  const it = caseToBe(start);
  await saveCase(tx, it);
  await putIntoInbox(tx, it.id, happening, it.lane);
};
