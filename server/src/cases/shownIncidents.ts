import { catalogue, fillTemplate, type Language, type ProblemCode } from "@sluice/problems";
import { z } from "zod";
import { json } from "../shape/json.ts";

interface IncidentRow {
  readonly key: string;
  readonly node: string;
  readonly code: string;
  readonly values: unknown;
  readonly raised_at: string;
  readonly cleared_at: string | null;
}

interface Parts {
  readonly language: Language;
  readonly nodeName: (node: string) => string;
}

const values = z.record(z.string(), json).catch({});
/** What the catalogue fills in; the step is called as its reader calls it. */
const wordsOf = (row: IncidentRow, name: string) => {
  const words = values.parse(row.values);
  return typeof words["node"] === "string" ? { ...words, node: name } : words;
};
const isCode = (code: string): code is ProblemCode => code in catalogue;

/** The machine's failed steps of a case, in the words of the catalogue where the code has some. */
export const shownIncidents = (rows: readonly IncidentRow[], { language, nodeName }: Parts) =>
  rows.map((row) => ({
    key: row.key,
    node: row.node,
    nodeName: nodeName(row.node),
    code: row.code,
    message: isCode(row.code)
      ? fillTemplate(catalogue[row.code][language], wordsOf(row, nodeName(row.node)))
      : row.code,
    raisedAt: row.raised_at,
    clearedAt: row.cleared_at,
  }));
