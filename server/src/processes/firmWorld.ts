import type { Reads } from "@sluice/records";
import type { FirmWorld } from "./checkInThread.ts";

/** What definitions of this firm may refer to, as it stands now. */
export const firmWorld = async ({ db, types }: Reads): Promise<FirmWorld> => {
  const [roles, posts, processes] = await Promise.all([
    db.selectFrom("role").select("key").execute(),
    db.selectFrom("person").select("post").distinct().where("post", "is not", null).execute(),
    db.selectFrom("process").select("key").where("published_version", "is not", null).execute(),
  ]);
  return {
    roles: roles.map((role) => role.key),
    posts: posts.flatMap((row) => row.post ?? []),
    rules: types.all.flatMap((type) => Object.keys(type.rules ?? {})),
    processes: processes.map((process) => process.key),
  };
};
