import { keepFieldIndexes, type Say, type Service } from "@sluice/embedded";
import type { Servers } from "./serverServices.ts";

/** Keeps the indexes of custom fields as admins want them: the only work of the house that needs the owner of the database. */
export const indexService = (servers: Servers, say: Say): Service => ({
  name: "indexes",
  start: async (signal) => {
    if (servers.database === null) throw new Error("there is no database to index");
    const own = new AbortController();
    const kept = keepFieldIndexes({
      ownerUrl: servers.database.ownerUrl,
      signal: AbortSignal.any([signal, own.signal]),
      say,
    }).catch((cause: unknown) => say(`Custom fields are not indexed: ${cause instanceof Error ? cause.message : "?"}`));
    return {
      untilExit: () => kept,
      stop: () => {
        own.abort();
        return kept;
      },
    };
  },
});
