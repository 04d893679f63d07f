import type { Reads } from "@sluice/records";
import type { FirmWorld } from "./checkInThread.ts";

/** What definitions of this firm may refer to, as it stands now. */
export const firmWorld = async ({ db, types }: Reads): Promise<FirmWorld> => {
  const [roles, posts, processes, versions] = await Promise.all([
    db.selectFrom("role").select("key").execute(),
    db.selectFrom("person").select("post").distinct().where("post", "is not", null).execute(),
    db
      .selectFrom("process")
      .select(["key", "kind", "record_type", "department_id"])
      .where("published_version", "is not", null)
      .execute(),
    db.selectFrom("process_version").select(["process_key", "version"]).execute(),
  ]);
  return {
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
