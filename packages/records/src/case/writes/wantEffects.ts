import type { Advanced } from "@sluice/process";
import { sql } from "kysely";
import type { WriteStep } from "./writeStep.ts";

/** Keeps which outer effects the case wants now, each with the input it was frozen with, and which it wants no more. */
export const wantEffects = async ({ wanted, unwanted }: Advanced, { tx, it, by }: WriteStep): Promise<void> => {
  for (const effect of wanted) {
    await sql`
      INSERT INTO effect (case_id, key, node, block, input, status, on_unknown, undoes, wanted_at)
      VALUES (${it.id}, ${effect.key}, ${effect.node}, ${effect.block}, ${JSON.stringify(effect.input)}, 'wanted', ${effect.onUnknown}, ${effect.undoes}, ${by.at})
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
