import type { Advanced, EffectDraft, Json } from "@sluice/process";
import { sql } from "kysely";
import type { WriteStep } from "./writeStep.ts";

type Input = Readonly<Record<string, Json>>;

/** What undoes an effect is given what that was given and what it answered: nothing else knows what to take back. */
const inputOf = async ({ input, undoes }: EffectDraft, { tx, it }: WriteStep): Promise<Input> => {
  if (undoes === null) return input;
  const done = await tx.db
    .selectFrom("effect")
    .select(["input", "output"])
    .where("case_id", "=", it.id)
    .where("key", "=", undoes)
    .executeTakeFirst();
  return { ...(done?.input as Input | undefined), ...input, answer: (done?.output ?? null) as Json };
};

/** Keeps which outer effects the case wants now, each with the input it was frozen with, and which it wants no more. */
export const wantEffects = async ({ wanted, unwanted }: Advanced, step: WriteStep): Promise<void> => {
  const { tx, it, by } = step;
  for (const effect of wanted) {
    await sql`
      INSERT INTO effect (case_id, key, node, block, input, status, on_unknown, undoes, wanted_at)
      VALUES (${it.id}, ${effect.key}, ${effect.node}, ${effect.block}, ${JSON.stringify(await inputOf(effect, step))}, 'wanted', ${effect.onUnknown}, ${effect.undoes}, ${by.at})
      ON CONFLICT (case_id, key) DO UPDATE
      SET status = 'wanted', input = excluded.input, wanted_at = excluded.wanted_at, begun_at = NULL, ended_at = NULL, error = NULL`.execute(
      tx.db,
    );
  }
  if (unwanted.length > 0) {
    await sql`
      UPDATE effect SET status = 'unwanted', ended_at = ${by.at}
      WHERE case_id = ${it.id} AND key = ANY (${[...unwanted]}::text[]) AND status IN ('wanted', 'begun', 'asking', 'failed')`.execute(
      tx.db,
    );
  }
  if (wanted.length > 0 || unwanted.length > 0) it.effectsChanged = true;
};
