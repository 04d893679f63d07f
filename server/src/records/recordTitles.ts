import type { DB, RecordType, RecordTypes } from "@sluice/records";
import { type Kysely, sql } from "kysely";

/** A record by its name, as a task or a case speaks of it. */
export interface RecordTitle {
  readonly type: string;
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
}

const snake = (path: string): string => path.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The name of a record, or of the record that it is about. */
const titleIn = (types: RecordTypes, { schema }: RecordType) => {
  const aboutType = schema.about === undefined ? null : types.find(schema.fields[schema.about]?.refersTo ?? "");
  if (schema.about === undefined || aboutType === null)
    return sql<string | null>`it.${sql.ref(snake(schema.titleField))}`;
  return sql<string | null>`(
    select about.${sql.ref(snake(aboutType.schema.titleField))} from ${sql.table(aboutType.table)} as about
    where about.id = it.${sql.ref(`${snake(schema.about)}_id`)})`;
};

/** Looks up what records are called, one query per type. A record that is gone is called by a dash. */
export const recordTitles = async (
  db: Kysely<DB>,
  types: RecordTypes,
  refs: readonly { readonly type: string; readonly id: string }[],
): Promise<(ref: { readonly type: string; readonly id: string }) => RecordTitle> => {
  const known = new Map<string, RecordTitle>();
  for (const name of new Set(refs.map((ref) => ref.type))) {
    const type = types.find(name);
    if (type === null) continue;
    const ids = [...new Set(refs.filter((ref) => ref.type === name).map((ref) => ref.id))];
    const number = type.schema.fields["number"] === undefined ? sql<string | null>`null` : sql<string | null>`number`;
    const { rows } = await sql<{ id: string; title: string | null; number: string | null }>`
      select id, ${titleIn(types, type)} as title, ${number} as number
      from ${sql.table(type.table)} as it where id = any (${ids}::uuid[])`.execute(db);
    for (const row of rows)
      known.set(`${name}:${row.id}`, {
        type: name,
        id: row.id,
        title: row.title ?? row.number ?? "–",
        number: row.number,
      });
  }
  return ({ type, id }) => known.get(`${type}:${id}`) ?? { type, id, title: "–", number: null };
};
