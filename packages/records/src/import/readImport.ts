import type { RecordSchema } from "@sluice/domain";
import { problem, Refusal, type Problem } from "@sluice/problems";
import type { Fields } from "../registry/storedRecord.ts";
import { csvRows, detectDialect, type CsvDialect } from "./csvRows.ts";
import { detectEncoding, type Encoding } from "./detectEncoding.ts";
import { IMPORT_LIMITS } from "./importLimits.ts";
import { fileProblem, RowReader, type ReadRow, type RowProblem } from "./rowReader.ts";
import { suggestMapping, type ColumnMapping } from "./suggestMapping.ts";

/** What a file says about itself. */
export interface ImportHead {
  readonly part: "head";
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly columns: readonly string[];
  readonly suggested: ColumnMapping;
  readonly mapping: ColumnMapping;
}

/** Up to 500 rows of a file: those that can be written, and what stands against the others. */
export interface ImportBatch {
  readonly part: "rows";
  readonly count: number;
  readonly valid: readonly ReadRow[];
  readonly problems: readonly RowProblem[];
  /** The first cells as they stand, for showing. */
  readonly samples: readonly (readonly string[])[];
}

export interface ImportOrder {
  readonly path: string;
  readonly schema: RecordSchema;
  /** The field whose values stand once in a file. */
  readonly uniqueField: string | null;
  readonly mapping: ColumnMapping | null;
  /** What fields hold that no column feeds. */
  readonly defaults: Fields;
  /** The most rows taken. */
  readonly mostRows?: number;
}

const namesOf = (cells: readonly string[]): readonly string[] =>
  cells.map((cell, index) => cell.replace(/^\uFEFF/u, "").trim() || `#${index + 1}`);

export type ImportPart = ImportHead | ImportBatch | { readonly part: "refused"; readonly problem: Problem };

const anEmptyBatch = () => ({
  count: 0,
  valid: [] as ReadRow[],
  problems: [] as RowProblem[],
  samples: [] as (readonly string[])[],
});

const headOf = (
  order: ImportOrder,
  dialect: CsvDialect & { readonly encoding: Encoding },
  cells: readonly string[],
): ImportHead => {
  const columns = namesOf(cells);
  const refused = unfit(columns);
  if (refused !== null) throw new Refusal([refused]);
  const suggested = suggestMapping(columns, order.schema);
  return {
    part: "head",
    encoding: dialect.encoding,
    delimiter: dialect.delimiter,
    columns,
    suggested,
    mapping: order.mapping ?? suggested,
  };
};

const partsOf = async function* (
  order: ImportOrder,
  dialect: CsvDialect & { readonly encoding: Encoding },
): AsyncGenerator<ImportHead | ImportBatch> {
  const most = order.mostRows ?? IMPORT_LIMITS.rows;
  let reader: RowReader | null = null;
  let row = 0;
  let batch = anEmptyBatch();
  for await (const stretch of csvRows(order.path, dialect)) {
    for (const cells of stretch) {
      row += 1;
      if (reader === null) {
        const head = headOf(order, dialect, cells);
        yield head;
        reader = new RowReader(order, head);
        continue;
      }
      if (row - 1 > most) throw new Refusal([problem("INPUT_TOO_LARGE", { limit: `${most} rows` })]);
      const read = reader.read(row, cells);
      batch.count += 1;
      if (read.problems.length === 0) batch.valid.push({ row, fields: read.fields });
      batch.problems.push(...read.problems);
      if (batch.samples.length < SAMPLES) batch.samples.push(cells.map((cell) => cell.slice(0, 200)));
      if (batch.count === IMPORT_LIMITS.batch) {
        yield { part: "rows", ...batch };
        batch = anEmptyBatch();
      }
    }
  }
  if (reader === null) throw new Refusal([fileProblem("empty")]);
  if (batch.count > 0) yield { part: "rows", ...batch };
};

/** Rows shown as they stand, per batch. */
const SAMPLES = 10;

const unfit = (columns: readonly string[]): Problem | null => {
  if (columns.length > IMPORT_LIMITS.columns)
    return problem("INPUT_TOO_LARGE", { limit: `${IMPORT_LIMITS.columns} columns` });
  return new Set(columns).size < columns.length ? fileProblem("repeatedColumn") : null;
};

/**
 * Reads a file of records: its head first, then its rows in batches, each validated as if someone had typed it.
 *
 * Streams, so that a large file needs no large memory. A file that cannot be read at all ends with one problem.
 *
 * @problem INPUT_INVALID - neither UTF-8 nor GB18030, empty, or two columns of one name
 * @problem INPUT_TOO_LARGE - more rows or columns than `IMPORT_LIMITS`
 */
export const readImport = async function* (order: ImportOrder): AsyncGenerator<ImportPart> {
  const encoding = await detectEncoding(order.path);
  if (encoding === null) {
    yield { part: "refused", problem: fileProblem("unknownEncoding") };
    return;
  }
  const dialect = await detectDialect(order.path, encoding);
  try {
    yield* partsOf(order, { encoding, ...dialect });
  } catch (error) {
    const [refused] = error instanceof Refusal ? error.problems : [];
    if (refused === undefined) throw error;
    yield { part: "refused", problem: refused };
  }
};
