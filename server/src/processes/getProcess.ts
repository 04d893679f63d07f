import { problem, Refusal } from "@sluice/problems";
import { storedDefinition } from "@sluice/process";
import type { DB } from "@sluice/records";
import { sql, type Kysely } from "kysely";
import type { ProcessVersion, ProcessView } from "./processShapes.ts";

const notFound = (): Refusal => new Refusal([problem("NOT_FOUND", { recordType: "process" })]);

/** How many cases run on each version. */
const runningIn = async (db: Kysely<DB>, key: string): Promise<ReadonlyMap<number, number>> => {
  const { rows } = await sql<{ version: number; count: number }>`
    select version, count(*)::int as count from "case"
    where process_key = ${key} and status <> 'ended' group by version`.execute(db);
  return new Map(rows.map(({ version, count }) => [version, count]));
};

const versionsOf = async (db: Kysely<DB>, key: string) => {
  const rows = await db
    .selectFrom("process_version")
    .leftJoin("person", "person.id", "process_version.published_by")
    .select(["process_version.version", "process_version.published_at", "process_version.note", "person.name"])
    .where("process_version.process_key", "=", key)
    .orderBy("process_version.version", "desc")
    .execute();
  const running = await runningIn(db, key);
  return rows.map(({ version, published_at: publishedAt, name, note }) => ({
    running: running.get(version) ?? 0,
    version,
    publishedAt,
    by: name ?? "–",
    note,
  }));
};

/** The most rollbacks that are told. */
const ROLLBACKS = 50;

const rollbacksOf = async (db: Kysely<DB>, key: string) => {
  const rows = await db
    .selectFrom("process_rollback")
    .leftJoin("person", "person.id", "process_rollback.person_id")
    .select(["from_version", "to_version", "reason", "at", "person.name"])
    .select((of) => of.fn.countAll<string>().over().as("count"))
    .where("process_key", "=", key)
    .orderBy("at", "desc")
    .limit(ROLLBACKS)
    .execute();
  const rollbacks = rows.map((row) => ({
    to: row.to_version,
    from: row.from_version,
    at: row.at,
    by: row.name ?? "–",
    reason: row.reason,
  }));
  return { rollbacks, count: Number(rows[0]?.count ?? 0) };
};

/**
 * Answers one version of a process, as it was published.
 *
 * @problem NOT_FOUND - there is no such version
 */
export const getVersion = async (db: Kysely<DB>, key: string, version: number): Promise<ProcessVersion> => {
  const row = await db
    .selectFrom("process_version")
    .select("definition")
    .where("process_key", "=", key)
    .where("version", "=", version)
    .executeTakeFirst();
  const listed = (await versionsOf(db, key)).find((it) => it.version === version);
  if (row === undefined || listed === undefined) throw notFound();
  return { ...listed, definition: storedDefinition(row.definition) };
};

/**
 * Answers a process as the canvas opens it: its draft where there is one, else its published version.
 *
 * @problem NOT_FOUND - there is no such process
 */
export const getProcess = async (db: Kysely<DB>, key: string): Promise<ProcessView> => {
  const process = await db.selectFrom("process").select("published_version").where("key", "=", key).executeTakeFirst();
  const draft = await db
    .selectFrom("process_draft")
    .select(["definition", "rev", "base_version"])
    .where("process_key", "=", key)
    .executeTakeFirst();
  const publishedVersion = process?.published_version ?? null;
  const versions = await versionsOf(db, key);
  const { rollbacks, count } = await rollbacksOf(db, key);
  const history = { publishedVersion, versions, rollbacks, turn: versions.length + count };
  if (draft !== undefined) {
    return {
      definition: storedDefinition(draft.definition),
      isDraft: true,
      rev: draft.rev,
      base: draft.base_version,
      ...history,
    };
  }
  if (publishedVersion === null) throw notFound();
  const { definition } = await getVersion(db, key, publishedVersion);
  return { definition, isDraft: false, rev: 0, base: publishedVersion, ...history };
};
