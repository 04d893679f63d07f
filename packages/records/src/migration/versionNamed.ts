import { problem, Refusal } from "@sluice/problems";
import type { VersionName } from "@sluice/process";
import type { Kysely } from "kysely";
import type { DB } from "../generated/database.ts";

/**
 * A published version of a process.
 *
 * @problem NOT_FOUND - it was never published
 */
export const versionNamed = async (db: Kysely<DB>, processKey: string, version: number): Promise<VersionName> => {
  const row = await db
    .selectFrom("process_version")
    .select("hash")
    .where("process_key", "=", processKey)
    .where("version", "=", version)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal([problem("NOT_FOUND", { recordType: "process" })]);
  return { version, hash: row.hash };
};
