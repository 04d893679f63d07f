import { problem, Refusal } from "@sluice/problems";
import { sql } from "kysely";
import type { Caller, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { readAsker, type Asker } from "../person/asker.ts";
import { contentHash } from "../transaction/canonicalJson.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { runTransaction } from "../transaction/runTransaction.ts";
import type { CommandOf } from "./commandOf.ts";
import { duplicateOf } from "./duplicateOf.ts";

type Wish = Omit<CommandOf<unknown>, "caller">;

const claimAll = async (
  tx: DoorTransaction,
  wishes: readonly Wish[],
  personId: string,
): Promise<ReadonlySet<string>> => {
  const rows = await tx.db
    .insertInto("command")
    .values(
      wishes.map(({ name, commandId, input }) => ({
        person_id: personId,
        id: commandId,
        input_hash: contentHash({ name, input }),
        answer: "null",
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .execute();
  return new Set(rows.map(({ id }) => id));
};

/** What the commands that were not claimed here were answered before, by id. */
const earlierAnswers = async (
  tx: DoorTransaction,
  wishes: readonly Wish[],
  personId: string,
): Promise<ReadonlyMap<string, Committed>> => {
  if (wishes.length === 0) return new Map();
  const ids = wishes.map(({ commandId }) => commandId);
  const rows = await tx.db
    .selectFrom("command")
    .select(["id", "input_hash", "answer"])
    .where("person_id", "=", personId)
    .where("id", "in", ids)
    .execute();
  const hashes = new Map(wishes.map(({ name, commandId, input }) => [commandId, contentHash({ name, input })]));
  if (rows.some((row) => row.input_hash !== hashes.get(row.id))) throw new Refusal([problem("COMMAND_ID_REUSED")]);
  return new Map(rows.map((row) => [row.id, row.answer as Committed]));
};

/**
 * Runs commands of one person together, each at most once, however often it is sent: all of them commit, or none.
 *
 * `work` does those that were not done before, and answers in their order. What refuses one refuses all, and is noted nowhere:
 * whoever asks then runs them singly.
 *
 * @problem COMMAND_ID_REUSED - an id was used for another wish
 * @problem DUPLICATE - a value that must be unique is taken
 */
export const runCommands = async (
  house: House,
  wishes: readonly Wish[],
  caller: Caller,
  work: (tx: DoorTransaction, asker: Asker, asked: ReadonlySet<string>) => Promise<readonly Committed[]>,
): Promise<readonly Committed[]> => {
  try {
    return await runTransaction(house, async (tx) => {
      const claimed = await claimAll(tx, wishes, caller.personId);
      const isNew = ({ commandId }: Wish): boolean => claimed.has(commandId);
      const earlier = await earlierAnswers(
        tx,
        wishes.filter((wish) => !isNew(wish)),
        caller.personId,
      );
      const asked = wishes.filter(isNew).map(({ commandId }) => commandId);
      const made = asked.length === 0 ? [] : await work(tx, await readAsker(tx.db, caller.personId), claimed);
      await sql`
        UPDATE command SET answer = it.answer::jsonb
        FROM unnest(${asked}::uuid[], ${made.map((it) => JSON.stringify(it))}::text[]) AS it (id, answer)
        WHERE command.person_id = ${caller.personId} AND command.id = it.id`.execute(tx.db);
      const answers = new Map([...earlier, ...asked.map((id, index) => [id, made[index]] as const)]);
      return wishes.map(({ commandId }) => {
        const answer = answers.get(commandId);
        if (answer === undefined) throw new Error("a command was not answered");
        return answer;
      });
    });
  } catch (error) {
    throw duplicateOf(error) ?? error;
  }
};
