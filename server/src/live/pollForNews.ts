import type { DB } from "@sluice/records";
import type { Logger } from "@sluice/telemetry";
import type { Kysely } from "kysely";
import { faultForLog } from "../http/faultForLog.ts";
import type { Invalidation } from "./invalidation.ts";
import { EVERYTHING } from "./newsJournal.ts";

const EVERY_MS = 3_000;

interface Parts {
  readonly db: Kysely<DB>;
  readonly tell: (news: readonly Invalidation[]) => void;
  readonly log: Logger;
}

/** For databases behind a pooler, where nothing can listen: looks every few seconds whether anything was written at all. */
export const pollForNews = ({ db, tell, log }: Parts) => {
  let seen: string | null = null;
  const look = async (): Promise<void> => {
    const row = await db
      .selectFrom("audit")
      .select((of) => of.fn.max("id").as("last"))
      .executeTakeFirst();
    const last = String(row?.last ?? "0");
    if (seen !== null && seen !== last) tell([EVERYTHING]);
    seen = last;
  };
  let timer: NodeJS.Timeout | null = null;
  return {
    async start(): Promise<void> {
      await look();
      timer = setInterval(() => {
        look().catch((cause: unknown) => log.warn({ fault: faultForLog(cause) }, "looking for news failed"));
      }, EVERY_MS);
    },
    async stop(): Promise<void> {
      if (timer !== null) clearInterval(timer);
    },
  };
};
