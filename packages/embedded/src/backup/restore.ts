import { existsSync, renameSync } from "node:fs";
import { join, resolve } from "node:path";
import { installFolders } from "../installFolders.ts";
import type { Say } from "../machine/say.ts";
import { postgresPlace } from "../postgres/postgresPlace.ts";
import { findPostgres, startPostgres } from "../postgres/startPostgres.ts";
import { BACKUP_NOTE } from "./backUp.ts";
import { copyTree } from "./copyTree.ts";
import { rotateEpoch } from "./rotateEpoch.ts";

export interface Restore {
  readonly from: string;
  readonly dataDir: string;
  readonly say?: Say;
}

/**
 * Puts a backup in the place of an install's data, starts Postgres on it once, and gives the install a new epoch.
 *
 * What was there is kept aside, never deleted. Temporal's file stays, however new it is: its runs belong to the old epoch.
 * Refuses while Postgres runs on these data.
 */
export const restore = async ({
  from,
  dataDir,
  say = () => undefined,
}: Restore): Promise<{ before: string; after: string } | null> => {
  const source = resolve(from);
  if (!existsSync(join(source, BACKUP_NOTE))) throw new Error(`${source} is no whole backup: it has no ${BACKUP_NOTE}`);
  if ((await findPostgres(dataDir)) !== null) throw new Error(`Postgres runs on ${dataDir}: stop Sluice first`);
  const place = postgresPlace(resolve(dataDir), say);
  const { files } = installFolders(resolve(dataDir));
  const aside = `before-restore-${new Date().toISOString().replaceAll(/[:.]/g, "-")}`;
  const put = async (name: string, to: string, owner: typeof place.user): Promise<void> => {
    if (!existsSync(join(source, name))) return;
    if (existsSync(to)) {
      renameSync(to, `${to}.${aside}`);
      say(`What was in ${to} is kept in ${to}.${aside}`);
    }
    await copyTree({ from: join(source, name), to, owner });
  };
  await put("postgres", place.data, place.user);
  await put("secrets", join(resolve(dataDir), "secrets"), null);
  await put("files", files, null);

  const postgres = await startPostgres({ dataDir, preferredPort: 0, say });
  try {
    return await rotateEpoch(postgres.ownerUrl);
  } finally {
    await postgres.stop();
  }
};
