import { problem, Refusal, type Problem } from "@sluice/problems";
import { sql } from "kysely";
import type { ImportDesk } from "./importDesk.ts";
import { importStatus } from "./importStatus.ts";
import { rowCommandId } from "./rowCommandId.ts";

/** What an undo took back, and what it left because someone has worked on it since. */
export interface ImportUndone {
  readonly removed: number;
  readonly kept: readonly { readonly id: string; readonly row: number; readonly problems: readonly Problem[] }[];
}

interface Written {
  readonly row: number;
  readonly record_id: string;
  readonly version: number;
  readonly now: number | null;
  readonly is_used: boolean;
}

const worked = (recordId: string): Problem => problem("VERSION_CONFLICT", { recordId });

const writtenRows = async ({ reads }: ImportDesk, runId: string, table: string): Promise<readonly Written[]> => {
  const used =
    table === "product"
      ? sql`EXISTS (SELECT FROM quote_line l WHERE l.product_id = r.record_id) OR EXISTS (SELECT FROM price_book_entry e WHERE e.product_id = r.record_id)`
      : sql`FALSE`;
  const { rows } = await sql<Written>`
    SELECT r.row, r.record_id, r.version, it.version AS now, (${used}) AS is_used
    FROM import_row r LEFT JOIN ${sql.table(table)} it ON it.id = r.record_id AND it.deleted_at IS NULL
    WHERE r.run_id = ${runId} AND r.status = 'written' ORDER BY r.row`.execute(reads.db);
  return rows;
};

/**
 * Takes an import back through the door, row by row: what nobody has touched or used is deleted, the rest is listed and stays.
 *
 * Repeatable: an undo cut short goes on where it stopped.
 *
 * @problem NOT_FOUND - it is not theirs
 * @problem VERB_NOT_AVAILABLE - it is still being written, or the door deletes nothing
 */
export const undoImport = async (desk: ImportDesk, runId: string, personId: string): Promise<ImportUndone> => {
  const { state } = await importStatus(desk.reads, runId, personId);
  const { deleteRecord } = desk.door;
  if (state === "waiting" || state === "running" || deleteRecord === undefined)
    throw new Refusal([problem("VERB_NOT_AVAILABLE", { verb: "undo" })]);
  const { db, types } = desk.reads;
  const run = await db
    .updateTable("import_run")
    .set({ status: "undoing" })
    .where("id", "=", runId)
    .returning("record_type")
    .executeTakeFirstOrThrow();
  const settle = (row: number, status: "undone" | "kept", problems: readonly Problem[]) =>
    db
      .updateTable("import_row")
      .set({ status, problems: JSON.stringify(problems) })
      .where("run_id", "=", runId)
      .where("row", "=", row)
      .execute();
  for (const written of await writtenRows(desk, runId, types.get(run.record_type).table)) {
    const command = {
      commandId: rowCommandId(runId, `undo:${written.row}`),
      id: written.record_id,
      version: written.version,
    };
    if (written.now !== written.version || written.is_used) {
      await settle(
        written.row,
        written.now === null ? "undone" : "kept",
        written.now === null ? [] : [worked(written.record_id)],
      );
      continue;
    }
    try {
      await deleteRecord.call(desk.door, run.record_type, command, { personId, via: "import" });
      await settle(written.row, "undone", []);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await settle(written.row, "kept", error.problems);
    }
  }
  await db
    .updateTable("import_run")
    .set({ status: "undone", ended_at: new Date().toISOString() })
    .where("id", "=", runId)
    .execute();
  const rows = await db
    .selectFrom("import_row")
    .select(["row", "status", "record_id", "problems"])
    .where("run_id", "=", runId)
    .where("status", "in", ["undone", "kept"])
    .orderBy("row")
    .execute();
  return {
    removed: rows.filter(({ status }) => status === "undone").length,
    kept: rows
      .filter(({ status }) => status === "kept")
      .map(({ row, record_id: id, problems }) => ({ row, id: id ?? "", problems: (problems ?? []) as Problem[] })),
  };
};
