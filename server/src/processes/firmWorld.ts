import { currentTypes, type Reads } from "@sluice/records";
import { sql } from "kysely";
import type { calledVersions } from "./calledVersions.ts";
import { callersOf } from "./callersOf.ts";
import type { FirmWorld } from "./checkInThread.ts";

/** The webhooks that published processes begin with. */
const hooksIn = async (db: Reads["db"]): Promise<FirmWorld["hooks"]> => {
  const { rows } = await sql<{ key: string; hook: string }>`
    SELECT p.key, jsonb_path_query_first(v.definition, '$.nodes[*].trigger ? (@.on == "webhook").hook') #>> '{}' AS hook
    FROM process p JOIN process_version v ON v.process_key = p.key AND v.version = p.published_version
    WHERE v.definition @> '{"nodes": [{"kind": "start", "trigger": {"on": "webhook"}}]}'`.execute(db);
  return rows;
};

/** What a definition of this firm may refer to, as it stands now. `called` finds the versions that it calls. */
export const firmWorld = async (
  reads: Reads,
  unverified: unknown,
  called: ReturnType<typeof calledVersions>,
): Promise<FirmWorld> => {
  const [{ db }, types] = [reads, await currentTypes(reads)];
  const [roles, posts, processes, versions, hooks, calls, callers] = await Promise.all([
    db.selectFrom("role").select("key").execute(),
    db.selectFrom("person").select("post").distinct().where("post", "is not", null).execute(),
    db
      .selectFrom("process")
      .select(["key", "kind", "record_type", "department_id"])
      .where("published_version", "is not", null)
      .execute(),
    db.selectFrom("process_version").select(["process_key", "version"]).execute(),
    hooksIn(db),
    called(db, unverified),
    callersOf(db, (unverified as { readonly key?: unknown } | null)?.key),
  ]);
  return {
    schemas: Object.fromEntries(types.all.map(({ schema }) => [schema.type, schema])),
    rights: reads.rights,
    hooks,
    called: calls,
    callers,
    roles: roles.map((role) => role.key),
    posts: posts.flatMap((row) => row.post ?? []),
    rules: types.all.flatMap((type) => Object.keys(type.rules ?? {})),
    processes: processes.map((process) => process.key),
    versions: Object.fromEntries(
      processes.map(({ key }) => [key, versions.filter((it) => it.process_key === key).map(({ version }) => version)]),
    ),
    lifeCycles: processes
      .filter(({ kind }) => kind === "lifeCycle")
      .map(({ key, record_type, department_id }) => ({ key, recordType: record_type, departmentId: department_id })),
  };
};
