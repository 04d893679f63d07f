import { unaryTest } from "../../nodes/branch/unaryTest.ts";

/** More looks than this a table is not worth: then nothing is proved. */
const MOST_LOOKS = 500_000;

/** Which rows take which sample of a column. */
interface Column {
  readonly samples: readonly string[];
  readonly takers: readonly ReadonlySet<number>[];
}

/** A decision table as the values that its cells tell apart. */
export interface TableRows {
  readonly count: number;
  readonly columns: readonly Column[];
}

export const tableRows = (
  rules: readonly { readonly tests: readonly string[] }[],
  samples: readonly (readonly string[])[],
): TableRows => ({
  count: rules.length,
  columns: samples.map((values, column) => {
    const tests = rules.map((rule) => unaryTest(rule.tests[column] ?? "-"));
    return {
      samples: values,
      takers: values.map((value) => new Set(tests.flatMap((test, row) => (test(value) ? [row] : [])))),
    };
  }),
});

/** The first row that can hold together with an earlier one; null when there is none. */
export const overlappingRow = ({ count, columns }: TableRows): number | null => {
  const together = (a: number, b: number): boolean =>
    columns.every(({ takers }) => takers.some((rows) => rows.has(a) && rows.has(b)));
  for (let row = 1; row < count; row += 1)
    for (let other = 0; other < row; other += 1) if (together(row, other)) return row;
  return null;
};

class TooLarge extends Error {}

const gapFrom = (
  columns: readonly Column[],
  rows: readonly number[],
  looks: { left: number },
): readonly string[] | null => {
  const [column, ...others] = columns;
  if (!column) return rows.length === 0 ? [] : null;
  if (rows.length === 0) return columns.map(({ samples }) => samples[0] ?? "");
  for (const [index, sample] of column.samples.entries()) {
    looks.left -= rows.length;
    if (looks.left < 0) throw new TooLarge();
    const rest = gapFrom(
      others,
      rows.filter((row) => column.takers[index]?.has(row)),
      looks,
    );
    if (rest) return [sample, ...rest];
  }
  return null;
};

/** Values that no row takes, one a column; null when every row's fit; `tooLarge` when that was not settled. */
export const gapIn = ({ count, columns }: TableRows): readonly string[] | "tooLarge" | null => {
  try {
    return gapFrom(
      columns,
      Array.from({ length: count }, (_, row) => row),
      { left: MOST_LOOKS },
    );
  } catch (cause) {
    if (cause instanceof TooLarge) return "tooLarge";
    throw cause;
  }
};
