import type { LocalText } from "@sluice/problems";
import { columnSamples, sampleText } from "./columnSamples.ts";
import { gapIn, overlappingRow, tableRows } from "./tableRows.ts";

/** What is to be seen of a decision table while it is written. Rows are counted from 0. */
export interface TableHealth {
  /** The first row that has more or fewer cells than there are columns. */
  readonly crooked: number | null;
  /** The first row that can hold together with an earlier one. */
  readonly overlap: number | null;
  /** Values that no row takes, a word for each column; `tooLarge` when that cannot be settled. */
  readonly gap: readonly LocalText[] | "tooLarge" | null;
}

interface Looked {
  readonly rules: readonly { readonly tests: readonly string[] }[];
  readonly columns: number;
  /** All that a column can hold, where it is a field with choices. */
  readonly choices: readonly (readonly string[] | null)[];
}

/** Tells where the rows of a decision table meet and what they leave out: what the publish check says, for a table on its own. */
export const tableHealth = ({ rules, columns, choices }: Looked): TableHealth => {
  const crooked = rules.findIndex(({ tests }) => tests.length !== columns);
  if (crooked !== -1) return { crooked, overlap: null, gap: null };
  if (rules.length === 0) return { crooked: null, overlap: null, gap: null };
  const rows = tableRows(
    rules,
    Array.from({ length: columns }, (_, column) =>
      columnSamples(
        rules.map(({ tests }) => tests[column] ?? "-"),
        choices[column] ?? null,
      ),
    ),
  );
  const gap = gapIn(rows);
  return {
    crooked: null,
    overlap: overlappingRow(rows),
    gap: gap === null || gap === "tooLarge" ? gap : gap.map(sampleText),
  };
};
