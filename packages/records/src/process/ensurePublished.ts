import { processDefinitionSchema, type ProcessDefinitionInput } from "@sluice/process";
import { sql } from "kysely";
import type { House } from "../house.ts";
import { contentHash } from "../transaction/canonicalJson.ts";
import { runTransaction } from "../transaction/runTransaction.ts";

/**
 * Makes sure that a shipped process is there and published, and answers its version.
 *
 * Idempotent: what admins have published since stays as it is. Two at once: one publishes, the other finds it.
 */
export const ensurePublished = (house: House, template: ProcessDefinitionInput): Promise<number> => {
  const definition = processDefinitionSchema.parse(template);
  const { key } = definition;
  return runTransaction(house, async (tx) => {
    await sql`
      INSERT INTO process (key, record_type, kind, department_id)
      VALUES (${key}, ${definition.recordType}, ${definition.kind}, ${definition.departmentId ?? null}) ON CONFLICT DO NOTHING`.execute(
      tx.db,
    );
    const { rows } = await sql<{
      published_version: number | null;
    }>`SELECT published_version FROM process WHERE key = ${key} FOR NO KEY UPDATE`.execute(tx.db);
    const published = rows[0]?.published_version ?? null;
    if (published !== null) return published;
    const at = await house.clock.now(tx.db);
    const { rows: versions } = await sql<{ version: number }>`
      INSERT INTO process_version (process_key, version, definition, hash, published_at)
      SELECT ${key}, coalesce(max(version), 0) + 1, ${JSON.stringify(definition)}::jsonb, ${contentHash(definition)}, ${at}::timestamptz
      FROM process_version WHERE process_key = ${key} RETURNING version`.execute(tx.db);
    const version = versions[0]?.version ?? 1;
    await tx.db
      .updateTable("process")
      .set({ published_version: version, updated_at: at })
      .where("key", "=", key)
      .execute();
    tx.changes.push({ type: "process", id: key, version });
    return version;
  });
};
