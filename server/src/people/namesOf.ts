import type { DB } from "@sluice/records";
import type { Kysely } from "kysely";

/** A person as others name them. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Looks up the names of people, in one query; somebody unknown is named by a dash. */
export const namesOf = async (
  db: Kysely<DB>,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => Named | null> => {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows =
    wanted.length === 0 ? [] : await db.selectFrom("person").select(["id", "name"]).where("id", "in", wanted).execute();
  const known = new Map(rows.map((row) => [row.id, row.name]));
  return (id) => (id === null ? null : { id, name: known.get(id) ?? "–" });
};
