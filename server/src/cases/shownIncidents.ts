import { catalogue, type Language, type LocalText, messageOf, problem, type ProblemCode } from "@sluice/problems";
import { z } from "zod";
import { json } from "../shape/json.ts";
import { textIn } from "../shape/textIn.ts";

interface IncidentRow {
  readonly key: string;
  readonly node: string;
  readonly code: string;
  readonly values: unknown;
  readonly raised_at: string;
  readonly cleared_at: string | null;
}

interface Parts {
  /** The keys of those that the reader may settle. */
  readonly maySettle: readonly string[];
  readonly language: Language;
  readonly nameOf: (node: string) => LocalText | undefined;
  /** Whether anything that was done could still be undone. */
  readonly canCompensate: boolean;
}

const values = z.record(z.string(), json).catch({});

/** What the catalogue fills in, where the step is called as its reader calls it. */
const wordsOf = (row: IncidentRow, name: LocalText | undefined, language: Language) =>
  Object.fromEntries(
    Object.entries(values.parse(row.values)).map(([key, value]) => [
      key,
      key === "node" || (name !== undefined && value === name.en) ? textIn(name, language, row.node) : value,
    ]),
  );
const isCode = (code: string): code is ProblemCode => code in catalogue;

/** The machine's failed steps of a case, in the words of the catalogue where the code has some. */
export const shownIncidents = (rows: readonly IncidentRow[], { language, nameOf, canCompensate, maySettle }: Parts) =>
  rows.map((row) => ({
    key: row.key,
    node: row.node,
    nodeName: textIn(nameOf(row.node), language, row.node),
    code: row.code,
    message: isCode(row.code)
      ? messageOf(problem(row.code, wordsOf(row, nameOf(row.node), language)), language)
      : row.code,
    canCompensate,
    raisedAt: row.raised_at,
    clearedAt: row.cleared_at,
    canSettle: maySettle.includes(row.key),
    overcome: row.cleared_at === row.raised_at,
  }));
