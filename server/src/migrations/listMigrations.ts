import type { DB } from "@sluice/records";
import { sql, type Kysely } from "kysely";
import type { ListedMigration } from "./migrationShapes.ts";

/** As many as are told. */
const MOST = 50;

/** The migrations of a process that were begun last, the newest first. */
export const listMigrations = async (db: Kysely<DB>, process: string): Promise<ListedMigration[]> => {
  const { rows } = await sql<ListedMigration>`
    select migration.id, migration.from_version as "from", migration.to_version as "to", migration.reason, migration.status,
      migration.started_at as "startedAt", migration.ended_at as "endedAt", coalesce(person.name, '–') as by
    from case_migration as migration left join person on person.id = migration.person_id
    where migration.process_key = ${process}
    order by migration.started_at desc, migration.id limit ${MOST}`.execute(db);
  return rows;
};
