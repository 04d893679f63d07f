import { problem, Refusal } from "@sluice/problems";
import { sql, type Kysely } from "kysely";
import type { DB } from "../generated/database.ts";

/** A person as authority is decided: who they are, what roles they have, and which departments are theirs and below. */
export interface Asker {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly departmentId: string;
  readonly departmentsBelow: readonly string[];
  /** Which revision of the custom fields stands as this is read. */
  readonly fieldsRevision: number;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly roles: string[];
  readonly department_id: string;
  readonly active: boolean;
  readonly below: string[] | null;
  readonly fields_revision: number | null;
}

/**
 * Reads who asks.
 *
 * @problem SIGN_IN_REQUIRED - there is no such person
 * @problem PERSON_INACTIVE - they have left
 */
export const readAsker = async (db: Kysely<DB>, personId: string): Promise<Asker> => {
  const { rows } = await sql<Row>`
    SELECT p.id, p.name, p.roles, p.department_id, p.active,
      (SELECT array_agg(d.id::text) FROM department d WHERE d.path @> ARRAY[p.department_id]) AS below,
      (SELECT revision FROM field_revision) AS fields_revision
    FROM person p WHERE p.id = ${personId}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Refusal([problem("SIGN_IN_REQUIRED")]);
  if (!row.active) throw new Refusal([problem("PERSON_INACTIVE", { name: row.name })]);
  return {
    id: row.id,
    name: row.name,
    roles: row.roles,
    departmentId: row.department_id,
    departmentsBelow: row.below ?? [],
    fieldsRevision: row.fields_revision ?? 0,
  };
};
