import { languages, problem, Refusal } from "@sluice/problems";
import type { DB } from "@sluice/records";
import { type Kysely, sql } from "kysely";
import { z } from "zod";
import type { Reader } from "../reader.ts";
import { fromCursor, pageFrom } from "../shape/cursor.ts";
import { localText } from "../shape/localText.ts";
import { textIn } from "../shape/textIn.ts";
import { namesOf } from "./namesOf.ts";
import type { PeoplePageInput, PersonRow, PersonView, RoleRow } from "./personShapes.ts";

const language = z.enum(languages).catch("en");

/** Everybody in the firm, active ones first; colleagues' names are no secret within it. */
export const listPeople = (db: Kysely<DB>): Promise<PersonRow[]> =>
  db
    .selectFrom("person")
    .select(["id", "name", "roles", "active"])
    .orderBy("active", "desc")
    .orderBy("name")
    .orderBy("id")
    .limit(5_000)
    .execute();

/** One page of people, by name, for whoever reads by API. */
export const pageOfPeople = async (db: Kysely<DB>, { cursor, limit, sort, filter = {} }: PeoplePageInput) => {
  const { q, role, active } = filter;
  const direction = sort?.direction ?? "asc";
  let query = db.selectFrom("person").select(["id", "name", "roles", "active"]);
  if (q !== undefined && q !== "")
    query = query.where("name", "ilike", `%${q.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`);
  if (role !== undefined) query = query.where(sql<boolean>`roles @> array[${role}]`);
  if (active !== undefined) query = query.where("active", "=", active === "true");
  if (cursor) {
    const [name, id] = fromCursor(cursor, ["text", "id"]);
    query = query.where(sql<boolean>`(name, id) ${direction === "asc" ? sql`>` : sql`<`} (${name}, ${id}::uuid)`);
  }
  return pageFrom(
    await query
      .orderBy("name", direction)
      .orderBy("id", direction)
      .limit(limit + 1)
      .execute(),
    limit,
    (row) => [row.name, row.id],
  );
};

/** The roles of the firm, by key. */
export const listRoles = async (db: Kysely<DB>): Promise<RoleRow[]> => {
  const rows = await db.selectFrom("role").selectAll().orderBy("key").execute();
  return rows.map((row) => ({ key: row.key, name: localText.catch({ en: row.key, zh: row.key }).parse(row.name) }));
};

/**
 * Answers one person with their place in the firm.
 *
 * @problem NOT_FOUND - there is nobody of that id
 */
export const getPerson = async (db: Kysely<DB>, id: string, reader: Reader): Promise<PersonView> => {
  const row = await db
    .selectFrom("person")
    .leftJoin("department", "department.id", "person.department_id")
    .selectAll("person")
    .select("department.name as department_name")
    .where("person.id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal([problem("NOT_FOUND", { recordType: "person" })]);
  const nameOf = await namesOf(db, [row.manager_id]);
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    roles: row.roles,
    active: row.active,
    email: row.email,
    post: row.post,
    department: { id: row.department_id, name: textIn(row.department_name, reader.language) },
    manager: nameOf(row.manager_id),
    language: language.parse(row.language),
    absent:
      row.absent_from === null || row.absent_until === null
        ? null
        : { from: row.absent_from, until: row.absent_until, deputyId: row.deputy_id },
  };
};
