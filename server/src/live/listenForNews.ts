import type { Logger } from "@sluice/telemetry";
import pg from "pg";
import { z } from "zod";
import { faultForLog } from "../http/faultForLog.ts";
import { type Invalidation, invalidation } from "./invalidation.ts";
import { EVERYTHING } from "./newsJournal.ts";

/** The channel on which every committing transaction tells, once, what it changed. */
const CHANNEL = "sluice";
const LONGEST_PAUSE_MS = 5_000;

const payload = z.array(invalidation);

interface Parts {
  readonly url: string;
  readonly tell: (news: readonly Invalidation[]) => void;
  readonly log: Logger;
}

/**
 * Listens on a connection of its own and passes on what Postgres tells. When the connection breaks it comes back by itself;
 * what was told meanwhile is lost to it, so it then tells everybody to ask for everything again.
 */
export const listenForNews = ({ url, tell, log }: Parts) => {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  let pauseMs = 100;

  const hear = (text: string | undefined): void => {
    const parsed = payload.safeParse(text === undefined || text === "" ? null : readJson(text));
    tell(parsed.success ? parsed.data : [EVERYTHING]);
  };

  const connect = async (isFirst: boolean): Promise<void> => {
    const made = new pg.Client({ connectionString: url, application_name: "sluice-listen", keepAlive: true });
    client = made;
    made.on("notification", (message) => hear(message.payload));
    made.on("error", (cause) => log.warn({ fault: faultForLog(cause) }, "listening connection broke"));
    made.on("end", () => {
      if (client === made) again();
    });
    await made.connect();
    await made.query(`listen ${CHANNEL}`);
    pauseMs = 100;
    if (!isFirst) tell([EVERYTHING]);
  };

  const again = (): void => {
    client = null;
    if (isStopped || timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      connect(false).catch(() => again());
    }, pauseMs);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  };

  return {
    start: (): Promise<void> => connect(true),
    async stop(): Promise<void> {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      const open = client;
      client = null;
      await open?.end();
    },
  };
};

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
};
