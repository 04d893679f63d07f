import { execFileSync } from "node:child_process";
import { renameSync } from "node:fs";
import { join } from "node:path";
import { claimHome, migrate, rotateEpoch, startPostgres } from "@sluice/embedded";
import { describe, expect, it } from "vitest";
import { migrationsFolder } from "../../scripts/house/migrationsFolder.ts";
import { throwAwayFolder } from "../support/index.ts";

const onPostgresOf = async <Answer>(
  dataDir: string,
  work: (place: { readonly ownerUrl: string; readonly dataFolder: string }) => Promise<Answer>,
): Promise<Answer> => {
  const postgres = await startPostgres({ dataDir, preferredPort: 0 });
  try {
    return await work(postgres);
  } finally {
    await postgres.stop();
  }
};

describe("a database", () => {
  it("is refused as a copy of another until it is given an epoch of its own, and known again where it was moved", async () => {
    const folder = throwAwayFolder();
    const [original, copy, moved] = ["original", "copy", "moved"].map((name) => join(folder.path, name)) as [
      string,
      string,
      string,
    ];
    await onPostgresOf(original, async (place) => {
      await migrate({ ownerUrl: place.ownerUrl, dir: migrationsFolder });
      await claimHome(place);
      await claimHome(place);
    });
    execFileSync("cp", ["-a", original, copy]);

    await onPostgresOf(copy, async (place) => {
      await expect(claimHome(place)).rejects.toThrow("copied or moved here");
      const epochs = await rotateEpoch(place.ownerUrl);
      expect(epochs?.after).not.toBe(epochs?.before);
      await claimHome(place);
    });
    renameSync(original, moved);
    await onPostgresOf(moved, claimHome);
    folder.remove();
  });
});
