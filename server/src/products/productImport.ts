import { join } from "node:path";
import { type Problem, messageOf, problem, Refusal } from "@sluice/problems";
import { type ImportDesk, importStatus, previewImport, runImport, startImport, undoImport } from "@sluice/records";
import type { KeptFile } from "../files/findFile.ts";
import type { ServerPorts } from "../ports.ts";
import type { Reader } from "../reader.ts";

interface Parts {
  readonly desk: ImportDesk;
  readonly filesDir: string;
  readonly findFile: (id: string, reader: Reader) => Promise<KeptFile>;
  /** Told when writing a run broke down; the run stays and goes on with the next start. */
  readonly onFault: (cause: unknown) => void;
}

const shownError = (row: number, column: string | null, it: Problem, reader: Reader) => ({
  row,
  column,
  code: it.code,
  message: messageOf(it, reader.language),
});

/** The import of a product file, in three acts; each row goes through the one door as if someone had typed it. */
export const productImport = ({ desk, filesDir, findFile, onFault }: Parts): ServerPorts["productImport"] => {
  const fileOf = async (fileId: string, reader: Reader): Promise<{ name: string; path: string }> => {
    const file = await findFile(fileId, reader);
    if (file.mediaType !== "text/plain")
      throw new Refusal([problem("INPUT_INVALID", { field: "file", reason: "notCsv" })]);
    return { name: file.name, path: join(filesDir, file.place) };
  };
  const status: ServerPorts["productImport"]["status"] = async (id, reader) => {
    const { errors, ...rest } = await importStatus(desk.reads, id, reader.personId);
    return {
      ...rest,
      errors: errors.flatMap(({ row, problems, columns }) =>
        problems.map((it, index) => shownError(row, columns[index] ?? null, it, reader)),
      ),
    };
  };
  return {
    preview: async ({ fileId, mapping }, reader) => {
      const { path } = await fileOf(fileId, reader);
      const found = await previewImport(
        desk.reads,
        { type: "product", path, mapping: mapping ?? null },
        reader.personId,
      );
      return {
        ...found,
        columns: found.columns.map((column) => ({ ...column, samples: [...column.samples] })),
        mapping: { ...found.mapping },
        sample: found.sample.map((row) => ({ ...row })),
        errors: found.errors.map(({ row, column, problem: it }) => shownError(row, column, it, reader)),
      };
    },
    start: async ({ commandId, fileId, mapping, keepValidOnly }, reader) => {
      const { name, path } = await fileOf(fileId, reader);
      const { id } = await startImport(desk, {
        commandId,
        type: "product",
        path,
        mapping,
        fileName: name,
        keepValidOnly,
        personId: reader.personId,
      });
      runImport(desk, id).catch(onFault);
      return status(id, reader);
    },
    status,
    undo: async ({ id }, reader) => {
      const { removed, kept } = await undoImport(desk, id, reader.personId);
      return {
        removed,
        kept: kept.map(({ id: recordId, row, problems }) => ({
          id: recordId,
          row,
          reason: problems.map((it) => messageOf(it, reader.language)).join(" "),
        })),
      };
    },
  };
};
