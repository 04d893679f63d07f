import pg from "pg";
import { pauseUnless } from "../machine/pauseUnless.ts";
import type { Say } from "../machine/say.ts";
import { buildFieldIndexes } from "./fieldIndexes.ts";

interface Keeping {
  readonly ownerUrl: string;
  readonly signal: AbortSignal;
  readonly say: Say;
  readonly everyMs?: number;
}

/** Builds what is wanted as long as it may, on one connection as the owner; one that breaks ends this. */
export const keepFieldIndexes = async ({ ownerUrl, signal, say, everyMs = 1_000 }: Keeping): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: "sluice indexes" });
  const broken = new AbortController();
  client.on("error", () => broken.abort());
  const either = AbortSignal.any([signal, broken.signal]);
  await client.connect();
  try {
    while (!either.aborted) {
      const built = await buildFieldIndexes(client, say);
      if (built > 0) say(`Indexes of ${built} custom fields are up to date`);
      await pauseUnless(either, everyMs);
    }
  } finally {
    await client.end().catch(() => undefined);
  }
};
