import type { LocalText } from "@sluice/problems";
import { sql } from "kysely";
import type { Asker } from "../person/asker.ts";
import { columnOf } from "../record/columns.ts";
import type { RecordType } from "../registry/recordType.ts";
import type { Fields } from "../registry/storedRecord.ts";
import { abilityOf } from "../rights/abilityOf.ts";
import { rightsToSql } from "../rights/toSql.ts";
import { textIn } from "../values/fieldValues.ts";
import type { Reads } from "./reads.ts";

/** What a reference points to, in words. */
export interface RecordReference {
  readonly id: string;
  readonly type: string;
  readonly title: string | LocalText;
}

interface Titled {
  readonly id: string;
  readonly title: string | LocalText;
}

/** People and departments are known to everybody in the firm by name. */
const NAMED_TABLES: Readonly<Record<string, string>> = { person: "person", department: "department" };

const idsByType = (type: RecordType, rows: readonly Fields[]): ReadonlyMap<string, ReadonlySet<string>> => {
  const ids = new Map<string, Set<string>>();
  for (const [path, field] of Object.entries(type.schema.fields)) {
    if (field.type !== "reference" || field.refersTo === undefined) continue;
    const known = ids.get(field.refersTo) ?? new Set<string>();
    for (const row of rows) if (typeof row[path] === "string") known.add(row[path]);
    ids.set(field.refersTo, known);
  }
  return ids;
};

const titlesOf = async (
  reads: Reads,
  asker: Asker,
  target: string,
  ids: readonly string[],
): Promise<readonly Titled[]> => {
  const named = NAMED_TABLES[target];
  if (named !== undefined)
    return (
      await sql<Titled>`SELECT id, name AS title FROM ${sql.table(named)} WHERE id = ANY (${ids}::uuid[])`.execute(
        reads.db,
      )
    ).rows;
  const type = reads.types.find(target);
  const titleField = type?.schema.fields[type.schema.titleField];
  if (type === null || titleField === undefined) return [];
  const title = sql.ref(`it.${columnOf(type.schema.titleField, titleField)}`);
  const mayRead = rightsToSql(abilityOf(reads.rights, asker), "read", { type, alias: "it" });
  const { rows } = await sql<Titled>`
    SELECT it.id, ${title} AS title FROM ${sql.table(type.table)} AS it WHERE it.id = ANY (${ids}::uuid[]) AND ${mayRead}`.execute(
    reads.db,
  );
  return rows;
};

/** Finds the titles of everything that rows refer to, one query per type; what the person may not read has none. */
export const recordRefs = async (
  reads: Reads,
  asker: Asker,
  { type, rows }: { readonly type: RecordType; readonly rows: readonly Fields[] },
): Promise<(fields: Fields) => Readonly<Record<string, RecordReference>>> => {
  const titles = new Map<string, RecordReference>();
  for (const [target, ids] of idsByType(type, rows)) {
    if (ids.size === 0) continue;
    for (const { id, title } of await titlesOf(reads, asker, target, [...ids]))
      titles.set(`${target} ${id}`, { id, type: target, title });
  }
  return (fields) =>
    Object.fromEntries(
      Object.entries(type.schema.fields).flatMap(([path, field]) => {
        const found =
          field.type === "reference" ? titles.get(`${field.refersTo ?? ""} ${textIn(fields, path) ?? ""}`) : undefined;
        return found === undefined ? [] : [[path, found]];
      }),
    );
};
