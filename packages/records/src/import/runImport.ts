import { Refusal, type Problem } from "@sluice/problems";
import { checkedBatches } from "./checkedBatches.ts";
import type { ImportDesk } from "./importDesk.ts";
import type { ImportWish } from "./importWish.ts";
import { rowCommandId } from "./rowCommandId.ts";
import type { ReadRow } from "./rowReader.ts";

interface Run {
  readonly id: string;
  readonly person_id: string;
  readonly record_type: string;
  readonly mapping: unknown;
}

interface Result {
  readonly row: number;
  readonly recordId: string | null;
  readonly version: number | null;
  readonly problems: readonly Problem[] | null;
}

const writeRow = async (desk: ImportDesk, run: Run, { row, fields }: ReadRow): Promise<Result> => {
  try {
    const caller = { personId: run.person_id, via: "import" } as const;
    const { recordId, version } = await desk.door.createRecord(
      run.record_type,
      { commandId: rowCommandId(run.id, row), fields },
      caller,
    );
    return { row, recordId, version, problems: null };
  } catch (error) {
    if (error instanceof Refusal) return { row, recordId: null, version: null, problems: error.problems };
    throw error;
  }
};

/**
 * Writes rows in one transaction; where one of them is refused, in halves, down to that row alone, which is told its reasons.
 * So a wrong row costs a few transactions more, and holds up none of the others.
 */
const writeRows = async (desk: ImportDesk, run: Run, rows: readonly ReadRow[]): Promise<readonly Result[]> => {
  const [first] = rows;
  if (first === undefined) return [];
  if (rows.length === 1) return [await writeRow(desk, run, first)];
  const commands = rows.map(({ row, fields }) => ({ commandId: rowCommandId(run.id, row), fields }));
  try {
    const made = await desk.door.createRecords(run.record_type, commands, { personId: run.person_id, via: "import" });
    return rows.map(({ row }, index): Result => {
      const { recordId = null, version = null } = made[index] ?? {};
      return { row, recordId, version, problems: null };
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const half = Math.ceil(rows.length / 2);
    return [...(await writeRows(desk, run, rows.slice(0, half))), ...(await writeRows(desk, run, rows.slice(half)))];
  }
};

const keep = async ({ reads }: ImportDesk, run: Run, results: readonly Result[]): Promise<void> => {
  if (results.length === 0) return;
  await reads.db
    .insertInto("import_row")
    .values(
      results.map(({ row, recordId, version, problems }) => ({
        run_id: run.id,
        row,
        status: problems === null ? "written" : "refused",
        record_id: recordId,
        version,
        problems: problems === null ? null : JSON.stringify(problems),
      })),
    )
    .onConflict((conflict) => conflict.columns(["run_id", "row"]).doNothing())
    .execute();
};

const count = async ({ reads }: ImportDesk, run: Run): Promise<void> => {
  const rows = await reads.db
    .selectFrom("import_row")
    .select(["status", (by) => by.fn.countAll<string>().as("count")])
    .where("run_id", "=", run.id)
    .groupBy("status")
    .execute();
  const of = (status: string): number => Number(rows.find((row) => row.status === status)?.count ?? 0);
  await reads.db
    .updateTable("import_run")
    .set({ written_rows: of("written"), refused_rows: of("refused") })
    .where("id", "=", run.id)
    .execute();
};

const writeAll = async (desk: ImportDesk, run: Run): Promise<void> => {
  const wish = run.mapping as Pick<ImportWish, "path" | "mapping" | "defaults">;
  const { reads } = desk;
  for await (const { valid, problems } of checkedBatches(reads, { type: run.record_type, ...wish }, run.person_id)) {
    const refused = new Map<number, Problem[]>();
    for (const { row, problem } of problems) refused.set(row, [...(refused.get(row) ?? []), problem]);
    await keep(
      desk,
      run,
      [...refused].map(([row, all]) => ({ row, recordId: null, version: null, problems: all })),
    );
    await keep(desk, run, await writeRows(desk, run, valid));
    await count(desk, run);
  }
};

/**
 * Writes a booked import through the door, batch by batch; a row that the door refuses is noted, the others go on.
 *
 * Repeatable: a run cut short is simply run again, and every row that was written answers as before. Two runs at once of the
 * same import write nothing twice. An outage leaves the run `running`, for the next start to take up.
 */
export const runImport = async (desk: ImportDesk, runId: string): Promise<void> => {
  const run = await desk.reads.db
    .updateTable("import_run")
    .set({ status: "running" })
    .where("id", "=", runId)
    .where("status", "in", ["waiting", "running"])
    .returning(["id", "person_id", "record_type", "mapping"])
    .executeTakeFirst();
  if (run === undefined) return;
  const finish = (status: "done" | "failed", error: string | null) =>
    desk.reads.db
      .updateTable("import_run")
      .set({ status, error, ended_at: new Date().toISOString() })
      .where("id", "=", runId)
      .where("status", "=", "running")
      .execute();
  try {
    await writeAll(desk, run);
    await finish("done", null);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await finish("failed", error.message);
  }
};

/** Imports that a stop cut short, oldest first: whoever starts the server runs them again. */
export const unfinishedImports = async ({ reads }: ImportDesk): Promise<readonly string[]> => {
  const rows = await reads.db
    .selectFrom("import_run")
    .select("id")
    .where("status", "in", ["waiting", "running"])
    .orderBy("created_at")
    .execute();
  return rows.map(({ id }) => id);
};
