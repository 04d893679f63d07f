import { problem, Refusal } from "@sluice/problems";
import type { Caller, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { readAsker, type Asker } from "../person/asker.ts";
import { contentHash } from "../transaction/canonicalJson.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { runTransaction } from "../transaction/runTransaction.ts";
import type { CommandOf } from "./commandOf.ts";
import { duplicateOf } from "./duplicateOf.ts";
import { noteRefusal } from "./noteRefusal.ts";
import { withNames } from "./withNames.ts";

/** The command as its work sees it: who asks, and by what. */
export interface CommandInHand {
  readonly asker: Asker;
  readonly caller: Caller;
  readonly commandId: string;
}

/**
 * Claims a command id in this transaction, or answers what the id was answered before.
 *
 * Two at once: the second waits here for the first's commit. A refused command leaves no trace, so it may be tried again.
 */
const claim = async (
  tx: DoorTransaction,
  it: { readonly personId: string; readonly commandId: string; readonly hash: string },
): Promise<Committed | null> => {
  const claimed = await tx.db
    .insertInto("command")
    .values({ person_id: it.personId, id: it.commandId, input_hash: it.hash, answer: "null" })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  if (claimed !== undefined) return null;
  const before = await tx.db
    .selectFrom("command")
    .select(["input_hash", "answer"])
    .where("person_id", "=", it.personId)
    .where("id", "=", it.commandId)
    .executeTakeFirstOrThrow();
  if (before.input_hash !== it.hash) throw new Refusal([problem("COMMAND_ID_REUSED")]);
  return before.answer as Committed;
};

/**
 * Runs a person's command at most once, however often it is sent.
 *
 * The first answer is answered again. What it changed and that it ran are committed together.
 *
 * @problem COMMAND_ID_REUSED - the id was used for another wish
 * @problem DUPLICATE - a value that must be unique is taken
 */
export const runCommand = async <Input>(
  house: House,
  command: CommandOf<Input>,
  work: (tx: DoorTransaction, it: CommandInHand) => Promise<Committed>,
): Promise<Committed> => {
  const { caller, commandId } = command;
  const key = { personId: caller.personId, commandId, hash: contentHash({ name: command.name, input: command.input }) };
  try {
    return await runTransaction(
      house,
      async (tx) => {
        const before = await claim(tx, key);
        if (before !== null) return before;
        const asker = await readAsker(tx.db, caller.personId);
        const answer = await work(tx, { asker, caller, commandId });
        await tx.db
          .updateTable("command")
          .set({ answer: JSON.stringify(answer) })
          .where("person_id", "=", key.personId)
          .where("id", "=", commandId)
          .execute();
        return answer;
      },
      command.fields,
    );
  } catch (error) {
    const duplicate = duplicateOf(error);
    if (duplicate !== null) throw duplicate;
    if (!(error instanceof Refusal)) throw error;
    await noteRefusal(house, command, error);
    throw await withNames(house, error);
  }
};
