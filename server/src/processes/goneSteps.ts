import { storedDefinition } from "@sluice/process";
import type { DB } from "@sluice/records";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { LiveNode } from "./processShapes.ts";

type Definition = ReturnType<typeof storedDefinition>;

const nameIn = (definition: Definition | undefined, id: string) =>
  definition?.nodes.find((node) => node.id === id)?.name ?? null;

const definitionsOf = async (db: Kysely<DB>, key: string, versions: readonly number[]) => {
  const rows = await db
    .selectFrom("process_version")
    .select(["version", "definition"])
    .where("process_key", "=", key)
    .where("version", "in", versions)
    .execute();
  return new Map(rows.map(({ version, definition }) => [version, storedDefinition(definition)]));
};

const inForce = async (db: Kysely<DB>, key: string): Promise<Definition | null> => {
  const row = await db
    .selectFrom("process")
    .innerJoin("process_version", (join) =>
      join
        .onRef("process_version.process_key", "=", "process.key")
        .onRef("process_version.version", "=", "process.published_version"),
    )
    .select("process_version.definition")
    .where("process.key", "=", key)
    .executeTakeFirst();
  return row === undefined ? null : storedDefinition(row.definition);
};

/**
 * Tells of each place that the version in force does not have how it was called, and in which version: the newest whose cases
 * stand there, among the stays that are meant.
 */
export const withGoneSteps = async (
  db: Kysely<DB>,
  { key, stays }: { readonly key: string; readonly stays: RawBuilder<unknown> },
  nodes: readonly Omit<LiveNode, "gone">[],
): Promise<LiveNode[]> => {
  const now = nodes.length === 0 ? null : await inForce(db, key);
  const lost = nodes
    .filter(({ node, open }) => open > 0 && now?.nodes.every(({ id }) => id !== node))
    .map(({ node }) => node);
  if (lost.length === 0) return nodes.map((it) => ({ ...it, gone: null }));
  const { rows } = await sql<{ node: string; version: number }>`
    SELECT stay.node, max(stay.version) AS version FROM stay
    WHERE stay.process_key = ${key} AND stay.node = ANY (${lost}::text[]) AND ${stays} GROUP BY stay.node`.execute(db);
  const definitions = await definitionsOf(db, key, [...new Set(rows.map(({ version }) => version))]);
  return nodes.map((it) => {
    const version = rows.find(({ node }) => node === it.node)?.version;
    const name = version === undefined ? null : nameIn(definitions.get(version), it.node);
    return { ...it, gone: version === undefined || name === null ? null : { version, name } };
  });
};
