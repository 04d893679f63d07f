import { contentHash, type CostedContent } from "@sluice/domain";
import type { StoredRecord } from "@sluice/records";
import pg from "pg";
import { costedContentOf } from "../../../packages/records/src/costing/costedContentOf.ts";
import type { TestFirm } from "../../../test/support/aFirm.ts";
import { originalOf, writeRows, type Original } from "../ground/copyRows.ts";
import type { CostedQuote } from "./aCostedQuote.ts";
import { movedText } from "./moved.ts";

const BATCH = 500;

/** Where the rows of a quote stand: everything that its birth, costing and signing have written. $1 its records, $2 their cases. */
const PLACES: readonly (readonly [table: string, test: string])[] = [
  ["quote", "id = ANY ($1)"],
  ["quote_line", "quote_id = ANY ($1)"],
  ["cost_sheet", "id = ANY ($1)"],
  ["cost_sheet_line", "cost_sheet_id = ANY ($1)"],
  ["cost_signature", "cost_sheet_id = ANY ($1)"],
  ["case", "id = ANY ($2)"],
  ["case_event", "case_id = ANY ($2)"],
  ["stay", "case_id = ANY ($2)"],
  ["task", "case_id = ANY ($2)"],
  ["decision", "case_id = ANY ($2)"],
  ["milestone", "case_id = ANY ($2)"],
  ["case_watch", "case_id = ANY ($2)"],
  ["audit", "record_id = ANY ($1)"],
];

const storedIn = (
  { id, version, fields }: Awaited<ReturnType<CostedQuote["desk"]["get"]>>,
  type: string,
): StoredRecord => ({
  type,
  id,
  version,
  fields,
});

/**
 * Writes so many copies of a quote and of all that hangs on it, set by set: each a quote of its own, with its own signature over
 * its own lines. Foreign keys are not asked, as in a restore: every copy brings what it refers to.
 */
export const multiply = async (
  firm: TestFirm,
  { quoteId, sheetId, desk }: CostedQuote,
  copies: number,
): Promise<void> => {
  const client = new pg.Client({ connectionString: firm.db.superuserUrl });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    const records = [quoteId, sheetId];
    const { rows } = await client.query<{ ids: string[] }>(
      `SELECT array_agg(id) AS ids FROM "case" WHERE record_id = ANY ($1)`,
      [records],
    );
    const ids = [records, rows[0]?.ids ?? []] as const;
    const originals: Original[] = [];
    for (const [table, test] of PLACES) originals.push(await originalOf(client, { table, test }, ids));
    const shared = await sharedIds(client);
    const [quote, sheet] = [await desk.get("quote", quoteId), await desk.get("costSheet", sheetId)];
    const signed = costedContentOf(storedIn(quote, "quote"), storedIn(sheet, "costSheet"));
    const hash = contentHash(signed);
    const numbers = [quote.number ?? "", sheet.number ?? ""];
    const costed = JSON.stringify(signed);
    const copyOf = (json: string, copy: number): string => {
      const content: CostedContent = JSON.parse(movedText(costed, copy, shared));
      const own = movedText(json, copy, shared).replaceAll(hash, contentHash(content));
      return numbers.reduce((text, number) => text.replaceAll(number, `${number}-${copy}`), own);
    };
    for (let from = 1; from <= copies; from += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, copies - from + 1) }, (_, index) => from + index);
      for (const original of originals)
        await writeRows(
          client,
          original,
          batch.map((copy) => copyOf(original.json, copy)),
        );
    }
  } finally {
    await client.end();
  }
};

/** What all copies share: people, departments, customers and products. */
export const sharedIds = async (client: Pick<pg.Client, "query">): Promise<ReadonlySet<string>> => {
  const { rows } = await client.query<{ id: string }>(
    "SELECT id::text FROM person UNION ALL SELECT id::text FROM department UNION ALL SELECT id::text FROM customer UNION ALL SELECT id::text FROM product",
  );
  return new Set(rows.map(({ id }) => id));
};
