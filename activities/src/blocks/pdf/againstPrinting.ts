import { checkRule, createReads } from "@sluice/records";
import type { Pool } from "pg";

const RULE = "quote.costSigned";

/** Tells by code what stands against printing a quote now: the same rule that stands before submitting and sending it. */
export const againstPrinting = (pool: Pool): ((id: string) => Promise<readonly string[]>) => {
  const reads = createReads(pool);
  return async (id) => {
    const { rows } = await pool.query<{ owner_id: string }>("SELECT owner_id FROM quote WHERE id = $1", [id]);
    const [row] = rows;
    if (row === undefined) return ["NOT_FOUND"];
    const problems = await checkRule(reads, { ref: { type: "quote", id }, rule: RULE, personId: row.owner_id });
    return [...new Set(problems.map(({ code }) => code))];
  };
};
