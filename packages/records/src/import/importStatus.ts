import { problem, Refusal, type Problem } from "@sluice/problems";
import type { Reads } from "../list/reads.ts";
import { IMPORT_LIMITS } from "./importLimits.ts";
import type { ImportWish } from "./importWish.ts";

/** How far an import has come. */
export interface ImportStatus {
  readonly id: string;
  readonly fileName: string;
  readonly state: "waiting" | "running" | "done" | "failed" | "undoing" | "undone";
  readonly total: number;
  readonly created: number;
  readonly refused: number;
  /** `columns` names, problem by problem, the column of the file that it is about; null where it is about the whole row. */
  readonly errors: readonly {
    readonly row: number;
    readonly problems: readonly Problem[];
    readonly columns: readonly (string | null)[];
  }[];
  readonly startedAt: string;
  readonly endedAt: string | null;
}

const columnOf = ({ mapping }: Pick<ImportWish, "mapping">, { values }: Problem): string | null =>
  Object.entries(mapping ?? {}).find(([, field]) => field !== null && field === values["field"])?.[0] ?? null;

/**
 * Tells how far an import has come; each person sees their own.
 *
 * @problem NOT_FOUND - there is none of this id of theirs
 */
export const importStatus = async ({ db }: Reads, id: string, personId: string): Promise<ImportStatus> => {
  const run = await db
    .selectFrom("import_run")
    .selectAll()
    .where("id", "=", id)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (run === undefined) throw new Refusal([problem("NOT_FOUND", { recordType: "import" })]);
  const rows = await db
    .selectFrom("import_row")
    .select(["row", "problems"])
    .where("run_id", "=", id)
    .where("status", "=", "refused")
    .orderBy("row")
    .limit(IMPORT_LIMITS.errorsShown)
    .execute();
  return {
    id,
    fileName: run.file_name,
    state: run.status as ImportStatus["state"],
    total: run.total_rows,
    created: run.written_rows,
    refused: run.refused_rows,
    errors: rows.map(({ row, problems }) => {
      const all = (problems ?? []) as Problem[];
      return { row, problems: all, columns: all.map((it) => columnOf(run.mapping as Pick<ImportWish, "mapping">, it)) };
    }),
    startedAt: run.created_at,
    endedAt: run.ended_at,
  };
};
