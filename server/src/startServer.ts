import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Config, derivedSecret } from "@sluice/config";
import {
  CHANNEL,
  createDoor,
  createPool,
  createReads,
  runImport,
  unfinishedImports,
  visibleIds,
} from "@sluice/records";
import { PrismaClient } from "@sluice/records/auth";
import { startRelay } from "@sluice/relay";
import { createLogger, createMetrics } from "@sluice/telemetry";
import { authWithOidc } from "./auth/authWithOidc.ts";
import { createAuth } from "./auth/createAuth.ts";
import { ensureAccount } from "./auth/ensureAccount.ts";
import { findReader } from "./auth/findReader.ts";
import { recognise } from "./auth/recognise.ts";
import { signInLock } from "./auth/signInLock.ts";
import { trustedOriginsOf } from "./auth/trustedOrigins.ts";
import { createApp } from "./http/createApp.ts";
import { faultForLog } from "./http/faultForLog.ts";
import type { Invalidation } from "./live/invalidation.ts";
import { listenForNews } from "./live/listenForNews.ts";
import { newsFeed } from "./live/newsFeed.ts";
import { newsJournal } from "./live/newsJournal.ts";
import { pollForNews } from "./live/pollForNews.ts";
import { visibleNews } from "./live/visibleNews.ts";
import { makePorts } from "./makePorts.ts";
import { houseGauges } from "./ops/houseGauges.ts";
import { checkingThread } from "./processes/checkInThread.ts";
import type { PaintPicture } from "./processes/processFiles.ts";
import type { PrintQuote } from "./quotes/quoteDocument.ts";
import { whatIfDesk } from "./whatIf/whatIfDesk.ts";

export interface StartServer {
  readonly config: Config;
  /** Prints a quote; given by whoever starts the server, since printing lives with the outer effects. */
  readonly printQuote: PrintQuote;
  readonly paintPicture: PaintPicture;
  /** The folder of the built studio. */
  readonly studioDir?: string;
}

/** A server that runs. */
export interface RunningServer {
  /** The address it answers at. */
  readonly address: string;
  /** Takes no more requests, ends streams, finishes what is under way, lets go of Postgres. */
  stop(): Promise<void>;
}

const STUDIO_DIR = fileURLToPath(new URL("../../studio/dist", import.meta.url));

/**
 * Starts the server: pool → door → relay → sign-in → live news → HTTP. It answers when this resolves.
 *
 * Stateless: any number may run on one Postgres. What was committed goes on whoever dies.
 */
export const startServer = async ({
  config,
  printQuote,
  paintPicture,
  studioDir = STUDIO_DIR,
}: StartServer): Promise<RunningServer> => {
  const log = createLogger("server", { level: config.logLevel });
  const metrics = createMetrics({ part: "server" });
  const pool = createPool(config.database.url, { size: 16 });
  let kick = (): void => undefined;
  const opened = createDoor({ pool, afterCommit: () => kick() });
  const reads = createReads(pool);
  const { db } = reads;
  const relay = startRelay({
    pool,
    carrier: opened.carrier,
    temporal: config.temporal,
    settings: {
      sweepEveryMs: config.sweep.everyMs,
      sweepOverdueMs: config.sweep.overdueMs,
      heardForDays: config.heardForDays,
      listenUrl: config.database.listenUrl,
    },
    channel: CHANNEL,
    log,
  });
  kick = () => relay.kick();

  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: config.database.url, max: 5 }) });
  const trustedOrigins = trustedOriginsOf(config);
  const isActive = async (userId: string): Promise<boolean> => (await findReader(db, userId)) !== null;
  const accounts = await authWithOidc(config, (withOidc) =>
    createAuth({ config, prisma, trustedOrigins, isActive, withOidc }),
  );

  const journal = newsJournal(randomUUID().slice(0, 8));
  const feed = newsFeed({
    journal,
    visible: (news, reader) =>
      visibleNews(db, (type, ids, of) => visibleIds(reads, type, ids, of.personId), news, reader),
    current: (reader) => findReader(db, reader.personId),
  });
  const { listenUrl } = config.database;
  const tell = (it: readonly Invalidation[]): void => feed.tell(it);
  const news = listenUrl === null ? pollForNews({ db, tell, log }) : listenForNews({ url: listenUrl, tell, log });
  await news.start();

  const checking = checkingThread();
  const onFault = (cause: unknown): void => log.error({ fault: faultForLog(cause) }, "work in the background failed");
  const carrier = async () => {
    const { temporal, since, waiting } = await relay.status();
    return { isUp: temporal === "up", since, waiting };
  };
  const whatIfs = whatIfDesk({ reads, databaseUrl: config.database.url, onFault });
  const ports = makePorts({
    config,
    opened,
    reads,
    feed,
    checking,
    whatIfs,
    print: printQuote,
    paint: paintPicture,
    oidcName: accounts.oidcName,
    carrier,
    giveAccount: async (personId, password) => {
      const person = await db
        .selectFrom("person")
        .select(["name", "email"])
        .where("id", "=", personId)
        .executeTakeFirstOrThrow();
      await ensureAccount(accounts.auth(), { personId, ...person, password });
    },
    onFault,
  });
  houseGauges(metrics, { liveClients: () => feed.count(), pool, carrier });
  const desk = { reads, door: opened.door };
  for (const id of await unfinishedImports(desk)) runImport(desk, id).catch(onFault);

  let isStopping = false;
  const app = await createApp({
    config,
    log,
    metrics,
    metricsToken: derivedSecret(config.secret, "metrics"),
    db,
    ports,
    auth: accounts.auth,
    lock: signInLock(db),
    recognise: (headers) => recognise({ auth: accounts.auth, db }, headers),
    trustedOrigins,
    studioDir,
    isStopping: () => isStopping,
  });
  const address = await app.listen({ host: config.host, port: config.port });
  log.info({ port: config.port }, "server answers");

  return {
    address,
    stop: async () => {
      if (isStopping) return;
      isStopping = true;
      feed.close();
      await app.close();
      accounts.stop();
      await Promise.all([news.stop(), relay.stop(), checking.stop(), whatIfs.stop()]);
      await prisma.$disconnect();
      await pool.end();
    },
  };
};
