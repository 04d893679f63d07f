import type { Reads } from "../list/reads.ts";
import { checkedBatches } from "./checkedBatches.ts";
import { IMPORT_LIMITS } from "./importLimits.ts";
import type { ImportWish } from "./importWish.ts";
import type { RowProblem } from "./rowReader.ts";
import type { ColumnMapping } from "./suggestMapping.ts";

/** What an import would do, before it does it. */
export interface ImportPreview {
  readonly encoding: string;
  readonly delimiter: string;
  readonly columns: readonly {
    readonly name: string;
    readonly suggested: string | null;
    readonly samples: readonly string[];
  }[];
  readonly mapping: ColumnMapping;
  readonly totalRows: number;
  readonly validRows: number;
  /** The first of them, in the order of the file. */
  readonly errors: readonly RowProblem[];
  readonly errorCount: number;
  readonly sample: readonly Readonly<Record<string, string>>[];
}

const EMPTY: ImportPreview = {
  encoding: "utf-8",
  delimiter: ",",
  columns: [],
  mapping: {},
  totalRows: 0,
  validRows: 0,
  errors: [],
  errorCount: 0,
  sample: [],
};

/** Reads the whole file and tells what importing it would do. Writes nothing. */
export const previewImport = async (reads: Reads, wish: ImportWish, personId: string): Promise<ImportPreview> => {
  let preview = EMPTY;
  for await (const { head, count, valid, problems, samples } of checkedBatches(reads, wish, personId)) {
    const isFirst = preview === EMPTY;
    preview = {
      encoding: head.encoding,
      delimiter: head.delimiter,
      mapping: head.mapping,
      columns: isFirst
        ? head.columns.map((name, index) => ({
            name,
            suggested: head.suggested[name] ?? null,
            samples: samples.slice(0, 3).map((cells) => cells[index] ?? ""),
          }))
        : preview.columns,
      sample: isFirst
        ? samples.map((cells) => Object.fromEntries(head.columns.map((name, index) => [name, cells[index] ?? ""])))
        : preview.sample,
      totalRows: preview.totalRows + count,
      validRows: preview.validRows + valid.length,
      errors: [...preview.errors, ...problems.toSorted((one, other) => one.row - other.row)].slice(
        0,
        IMPORT_LIMITS.errorsShown,
      ),
      errorCount: preview.errorCount + problems.length,
    };
  }
  return preview;
};
