import type { Language, LocalText } from "@sluice/problems";
import { endingNamed, type Node } from "@sluice/process";
import type { DB } from "@sluice/records";
import { sql, type Kysely } from "kysely";
import { textIn } from "../shape/textIn.ts";
import { endingWords } from "./caseWords.ts";

/** A child of a case: what its process is called, and what its outcome is. */
export interface ChildEnding {
  readonly process: string;
  readonly outcome: string;
}

interface Row {
  readonly key: string;
  readonly name: LocalText;
  readonly ends: readonly Node[];
}

/** The keys of the children that ended, as the events of their parent say it. */
const endedIn = (events: readonly { readonly event: unknown }[]): readonly string[] =>
  events.flatMap(({ event }) => {
    const { type, childKey } = event as { readonly type?: unknown; readonly childKey?: unknown };
    return type === "childEnded" && typeof childKey === "string" ? [childKey] : [];
  });

/**
 * Finds what the children that ended are called, and tells what an outcome of each is called: as whoever drew its process named
 * the end, else in a general word. Reads nothing where none has ended.
 */
export const childEndings = async (
  db: Kysely<DB>,
  { caseId, events }: { readonly caseId: string; readonly events: readonly { readonly event: unknown }[] },
  language: Language,
): Promise<(childKey: string, outcome: string | null) => ChildEnding | null> => {
  const keys = endedIn(events);
  if (keys.length === 0) return () => null;
  const { rows } = await sql<Row>`
    WITH child AS (
      SELECT parent_key, process_key, version FROM "case" WHERE parent_case_id = ${caseId} AND parent_key = ANY (${keys})
    ), drawn AS (
      SELECT process_key, version, definition -> 'name' AS name,
        jsonb_path_query_array(definition, '$.nodes[*] ? (@.kind == "end")') AS ends
      FROM process_version WHERE (process_key, version) IN (SELECT process_key, version FROM child)
    )
    SELECT parent_key AS key, name, ends FROM child JOIN drawn USING (process_key, version)`.execute(db);
  const known = new Map(rows.map((row) => [row.key, row]));
  return (childKey, outcome) => {
    const row = known.get(childKey);
    if (row === undefined) return null;
    const named = endingNamed({ nodes: row.ends }, { outcome });
    const word = outcome === null ? endingWords["none"] : (named ?? endingWords[outcome]);
    return { process: textIn(row.name, language), outcome: textIn(word, language, outcome ?? "–") };
  };
};
