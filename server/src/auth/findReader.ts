import { languages } from "@sluice/problems";
import type { DB } from "@sluice/records";
import type { Kysely } from "kysely";
import { z } from "zod";
import type { Reader } from "../reader.ts";
import { localText } from "../shape/localText.ts";

const language = z.enum(languages).catch("en");

/** Finds the person behind an account: an active one, or null. Read anew on every request, so leaving counts at once. */
export const findReader = async (db: Kysely<DB>, userId: string): Promise<Reader | null> => {
  const row = await db
    .selectFrom("person")
    .leftJoin("department", "department.id", "person.department_id")
    .select([
      "person.id",
      "person.name",
      "person.email",
      "person.roles",
      "person.language",
      "person.department_id",
      "department.name as department_name",
    ])
    .where("person.id", "=", userId)
    .where("person.active", "=", true)
    .executeTakeFirst();
  if (row === undefined) return null;
  const department = localText.safeParse(row.department_name);
  return {
    personId: row.id,
    name: row.name,
    email: row.email,
    roles: row.roles,
    departmentId: row.department_id,
    departmentName: department.success ? department.data : null,
    language: language.parse(row.language),
  };
};
