import { problem, Refusal } from "@sluice/problems";
import { contentHash } from "../transaction/canonicalJson.ts";
import type { ImportDesk } from "./importDesk.ts";
import type { ImportWish } from "./importWish.ts";
import { previewImport } from "./previewImport.ts";

/** An import that someone asks for. `commandId` becomes the id of the run: asking twice starts one. */
export interface ImportCommand extends ImportWish {
  readonly commandId: string;
  readonly fileName: string;
  readonly keepValidOnly: boolean;
  readonly personId: string;
}

/**
 * Whether this very wish is booked already.
 *
 * @problem COMMAND_ID_REUSED - the id is that of another wish, or of somebody else's
 */
const isBooked = async ({ db }: ImportDesk["reads"], command: ImportCommand): Promise<boolean> => {
  const known = await db
    .selectFrom("import_run")
    .select(["person_id", "record_type", "keep_valid_only", "mapping"])
    .where("id", "=", command.commandId)
    .executeTakeFirst();
  if (known === undefined) return false;
  const isSame =
    known.person_id === command.personId &&
    known.record_type === command.type &&
    known.keep_valid_only === command.keepValidOnly &&
    (known.mapping as Partial<ImportWish>).path === command.path &&
    (command.mapping === null || contentHash((known.mapping as ImportWish).mapping) === contentHash(command.mapping));
  if (!isSame) throw new Refusal([problem("COMMAND_ID_REUSED")]);
  return true;
};

/** The most problems told at once when a file is refused as a whole. */
const MOST_TOLD = 20;

/**
 * Books an import; `runImport` then writes it. Nothing is booked while rows are wrong, unless the person keeps the valid ones.
 *
 * Idempotent per `commandId`.
 *
 * @problem COMMAND_ID_REUSED - the id was used for another import
 * @problem INPUT_INVALID, REQUIRED_FIELD, DUPLICATE - of the first wrong rows, with `row`
 */
export const startImport = async ({ reads }: ImportDesk, command: ImportCommand): Promise<{ readonly id: string }> => {
  if (await isBooked(reads, command)) return { id: command.commandId };
  const preview = await previewImport(reads, command, command.personId);
  const told = preview.errors
    .slice(0, MOST_TOLD)
    .map(({ row, column, problem: it }) => ({ ...it, values: { ...it.values, row, column } }));
  if (preview.errorCount > 0 && !command.keepValidOnly) throw new Refusal(told);
  if (preview.validRows === 0)
    throw new Refusal(told.length > 0 ? told : [problem("INPUT_INVALID", { field: "file", reason: "empty" })]);
  await reads.db
    .insertInto("import_run")
    .values({
      id: command.commandId,
      record_type: command.type,
      file_name: command.fileName,
      mapping: JSON.stringify({ path: command.path, mapping: preview.mapping, defaults: command.defaults ?? {} }),
      keep_valid_only: command.keepValidOnly,
      status: "waiting",
      total_rows: preview.totalRows,
      person_id: command.personId,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  await isBooked(reads, command);
  return { id: command.commandId };
};
