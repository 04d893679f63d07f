import type { BenchFigure } from "./benchPart.ts";

/** Tells whether a figure is over its limit; one that is no number is. */
export const isMissed = ({ value, limit }: BenchFigure): boolean => {
  if (limit === undefined) return false;
  return "atMost" in limit ? !(value <= limit.atMost) : !(value >= limit.atLeast);
};

const inWords = (value: number, unit: BenchFigure["unit"]): string => {
  const digits = unit === "×" || value < 10 ? 2 : value < 100 ? 1 : 0;
  return `${Number.isInteger(value) ? value : value.toFixed(digits)} ${unit}`.trim();
};

const limitOf = ({ limit, unit }: BenchFigure): string => {
  if (limit === undefined) return "";
  return "atMost" in limit ? `≤ ${inWords(limit.atMost, unit)}` : `≥ ${inWords(limit.atLeast, unit)}`;
};

/** The figures of a part as lines of a table: verdict, figure, value, limit. */
export const figureTable = (figures: readonly BenchFigure[]): readonly string[] => {
  const rows = figures.map((it) => [
    it.limit === undefined ? "" : isMissed(it) ? "MISSED" : "ok",
    it.figure,
    inWords(it.value, it.unit),
    limitOf(it),
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map(([verdict = "", figure = "", value = "", limit = ""]) =>
    [
      verdict.padEnd(widths[0] ?? 0),
      figure.padEnd(widths[1] ?? 0),
      value.padStart(widths[2] ?? 0),
      limit.padStart(widths[3] ?? 0),
    ]
      .join("  ")
      .trimEnd(),
  );
};
