import { problem, Refusal } from "@sluice/problems";
import type { House } from "../house.ts";
import { contentHash } from "../transaction/canonicalJson.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { runTransaction } from "../transaction/runTransaction.ts";

interface FromOutside {
  /** What kind of thing is told: ids of one kind never meet those of another. */
  readonly source: "message" | "webhook";
  /** The sender's own id. */
  readonly id: string;
  /** All that was asked with it. */
  readonly input: unknown;
}

/**
 * Does what another system asks once, however often it is sent: its id is taken in the transaction that does it.
 *
 * Two at once: the second waits here for the first's commit. What is refused leaves no trace, so it may be sent again. Answers
 * whether it was new.
 *
 * @problem COMMAND_ID_REUSED - the id was used before for something else
 */
export const takeOnce = (
  house: House,
  { source, id, input }: FromOutside,
  work: (tx: DoorTransaction) => Promise<void>,
): Promise<"new" | "known"> =>
  runTransaction(house, async (tx) => {
    const hash = contentHash(input);
    const taken = await tx.db
      .insertInto("heard")
      .values({ source, id, input_hash: hash })
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .executeTakeFirst();
    if (taken !== undefined) {
      await work(tx);
      return "new";
    }
    const before = await tx.db
      .selectFrom("heard")
      .select("input_hash")
      .where("source", "=", source)
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    if (before.input_hash !== hash) throw new Refusal([problem("COMMAND_ID_REUSED")]);
    return "known";
  });
