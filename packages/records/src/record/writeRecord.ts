import { assertAllowed } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { sql } from "kysely";
import type { Fields, StoredRecord } from "../registry/storedRecord.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { personOf, type Authorship } from "./authorship.ts";
import { customChanges, writeRow } from "./columns.ts";
import { keepUniqueValues } from "./keepUniqueValues.ts";
import { withLineIds, writeLines } from "./lineRows.ts";
import { recordDiff } from "./recordDiff.ts";
import { tellOf } from "./tellOf.ts";
import { writeContext } from "./writeContext.ts";

/** Gives new lines their ids, so that a draft's lines can be spoken of before they are stored. */
export const withIdsOfLines = (lines: Readonly<Record<string, unknown>> | undefined, fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([path, value]): [string, Json] => [
      path,
      lines?.[path] === undefined ? value : withLineIds(value),
    ]),
  );

/**
 * Writes accepted values into a record that this transaction holds for writing, with what its type derives from them.
 *
 * One version further when anything changed; otherwise nothing is written. Audited, and its watchers are told.
 */
export const writeRecord = async (
  tx: DoorTransaction,
  { before, changes }: { readonly before: StoredRecord; readonly changes: Fields },
  by: Authorship,
): Promise<StoredRecord> => {
  const type = tx.house.types.get(before.type);
  const ctx = writeContext(tx, by, writeRecord);
  const draft: StoredRecord = { ...before, fields: { ...before.fields, ...withIdsOfLines(type.lines, changes) } };
  const settled = (await type.settle?.(draft, before, ctx)) ?? { problems: [], derived: {} };
  assertAllowed(settled.problems);
  const fields: Fields = { ...draft.fields, ...settled.derived };
  const diff = recordDiff(before.fields, fields);
  const changed = Object.keys(diff);
  if (changed.length === 0) return before;
  const stamped: Fields = { ...fields, updatedAt: by.at, updatedBy: personOf(by) };
  const after: StoredRecord = { ...before, version: before.version + 1, fields: stamped };
  const news = Object.fromEntries(changed.map((path) => [path, fields[path] ?? null]));
  const custom = customChanges(type, news);
  const columns = {
    ...writeRow(type, news),
    ...type.extraColumns?.(after),
    ...(custom === null
      ? {}
      : { custom: sql`(custom - ${custom.out}::text[]) || ${JSON.stringify(custom.put)}::jsonb` }),
    updated_at: by.at,
    updated_by: personOf(by),
    version: after.version,
  };
  await sql`
    UPDATE ${sql.table(type.table)}
    SET ${sql.join(Object.entries(columns).map(([column, value]) => sql`${sql.ref(column)} = ${value}`))}
    WHERE id = ${before.id}`.execute(tx.db);
  await keepUniqueValues(tx, type, { records: [after], changed });
  for (const path of changed) {
    if (type.lines?.[path] !== undefined) await writeLines(tx.db, { type, id: before.id, path }, fields[path] ?? []);
  }
  tx.records.remember(after);
  tellOf(tx, after, { action: "patch", detail: diff, by });
  await type.afterWrite?.(after, before, ctx);
  return after;
};
