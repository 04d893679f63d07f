import type { CaseState } from "@sluice/process";
import { sql } from "kysely";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import type { CaseInHand } from "./caseInHand.ts";

const messageWaits = ({ waits }: Pick<CaseState, "waits">) => waits.filter((wait) => wait.kind === "message");

/**
 * Notes which messages a case waits for, so that one which names no case finds it. Costs nothing where none is waited for.
 */
export const syncAwaits = async (
  tx: DoorTransaction,
  it: CaseInHand,
  before: Pick<CaseState, "waits">,
): Promise<void> => {
  const [were, are] = [messageWaits(before), messageWaits(it.state)];
  const over = were.filter(({ id }) => !are.some((wait) => wait.id === id)).map(({ id }) => id);
  const begun = are.filter(({ id }) => !were.some((wait) => wait.id === id));
  if (over.length > 0)
    await sql`DELETE FROM case_await WHERE case_id = ${it.id} AND wait_id = ANY (${over}::text[])`.execute(tx.db);
  if (begun.length > 0)
    await tx.db
      .insertInto("case_await")
      .values(begun.map(({ id, message, key }) => ({ case_id: it.id, wait_id: id, message, key })))
      .execute();
};
