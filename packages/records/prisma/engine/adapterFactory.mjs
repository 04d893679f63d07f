import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { faithful } from "./faithful.mjs";
import { urlParts } from "./urlParts.mjs";

/** What was opened and must be closed: the engine forgets some after an error. */
const opened = new Set();

export const closeOpened = async () => {
  for (const close of opened) await close();
};

const closeOnce = (adapter, alsoClose = async () => undefined) => {
  const dispose = adapter.dispose.bind(adapter);
  const close = async () => {
    if (!opened.delete(close)) return;
    await dispose();
    await alsoClose();
  };
  opened.add(close);
  adapter.dispose = close;
  return adapter;
};

/** A throw-away database beside the real one, dropped by force: the engine drops it while it is still connected. */
const shadowDatabase = async (parts) => {
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  const admin = new pg.Client(parts);
  await admin.connect();
  await admin.query(`CREATE DATABASE "${name}"`);
  const adapter = await new PrismaPg({ ...parts, database: name, max: 1 }).connect();
  return closeOnce(faithful(adapter), async () => {
    await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await admin.end();
  });
};

/** How the engine reaches Postgres: by the same `pg` that the rest of the house uses. */
export const adapterFactory = (url) => {
  const parts = urlParts(url);
  const schema = new URL(url).searchParams.get("schema") ?? undefined;
  const factory = new PrismaPg({ ...parts, max: 1 }, { schema });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => closeOnce(faithful(await connect(), { mayBeNowhere: true }));
  factory.connectToShadowDb = () => shadowDatabase(parts);
  return bindMigrationAwareSqlAdapterFactory(factory);
};
