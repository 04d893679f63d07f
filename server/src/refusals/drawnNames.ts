import type { Language, Problem } from "@sluice/problems";
import type { DB } from "@sluice/records";
import { type Kysely, sql } from "kysely";

/** What a kernel's problem names of the drawing: kept in English, as the drawing has it. */
const DRAWN = ["node", "step", "stage", "move", "work", "guard"] as const;

const isNamed = ({ values, sentence }: Problem): boolean =>
  sentence === undefined && DRAWN.some((key) => values[key] !== undefined);

/**
 * The names of steps and moves of the processes of a record, from English into the reader's language: of those that run for
 * it, and of those that are in force for its kind. Empty where nothing has to be called otherwise.
 */
export const drawnNames = async (
  db: Kysely<DB>,
  problems: readonly Problem[],
  {
    language,
    record,
  }: { readonly language: Language; readonly record: { readonly type: string; readonly id: string | null } | null },
): Promise<ReadonlyMap<string, string>> => {
  if (language === "en" || record === null || !problems.some(isNamed)) return new Map();
  const { rows } = await sql<{ en: string; own: string }>`
    select drawn.name ->> 'en' as en, drawn.name ->> ${language} as own
    from process_version as version, lateral (
      select jsonb_path_query(version.definition, '$.nodes[*].name') as name
      union all select jsonb_path_query(version.definition, '$.nodes[*].moves[*].name')
    ) as drawn
    where (version.process_key, version.version) in (
      select process_key, version from "case"
      where record_type = ${record.type} and record_id = ${record.id} and status <> 'ended'
      union select key, published_version from process where record_type = ${record.type}
    ) and coalesce(drawn.name ->> ${language}, '') <> ''`.execute(db);
  return new Map(rows.map(({ en, own }) => [en, own]));
};

/** The same values with what the drawing names called as its reader calls it. */
export const inDrawnNames = (values: Problem["values"], names: ReadonlyMap<string, string>): Problem["values"] => {
  const own = (value: Problem["values"][string]): Problem["values"][string] =>
    typeof value === "string"
      ? (names.get(value) ?? value)
      : Array.isArray(value)
        ? value.map((each: Problem["values"][string]) => own(each))
        : value;
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, DRAWN.some((drawn) => drawn === key) ? own(value) : value]),
  );
};
