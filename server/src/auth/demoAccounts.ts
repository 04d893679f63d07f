import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Config, isLoopback } from "@sluice/config";
import type { Language } from "@sluice/problems";
import { createPool, type DB } from "@sluice/records";
import { Kysely, PostgresDialect } from "kysely";
import { z } from "zod";
import type { DemoPeople } from "../session/sessionShapes.ts";
import { textIn } from "../shape/textIn.ts";
import { ensureAccounts } from "./ensureAccounts.ts";

/** The password that all demo people share. It opens nothing outside an embedded install on loopback. */
export const DEMO_PASSWORD = "sluice-demo-2026";
const FILE = "demo-people.json";

const demoFile = z.object({
  password: z.string(),
  people: z.array(z.object({ name: z.string(), email: z.string(), role: z.string() })),
});

type DemoConfig = Pick<Config, "isEmbedded" | "hasDemoPeople" | "host" | "dataDir">;

/** Demo people exist only in the embedded stack, bound to loopback. */
export const mayHaveDemoPeople = ({ isEmbedded, hasDemoPeople, host }: DemoConfig): boolean =>
  isEmbedded && hasDemoPeople && isLoopback(host);

/**
 * Gives accounts with the common password to the people of these e-mails, and notes them for `npm start` and the sign-in page.
 * Idempotent. Refuses wherever demo people may not exist.
 */
export const ensureDemoAccounts = async (config: Config, emails: readonly string[]): Promise<void> => {
  if (!mayHaveDemoPeople(config)) throw new Error("demo people exist only in the embedded stack, bound to loopback");
  const pool = createPool(config.database.url, { size: 2 });
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  try {
    const people = await db
      .selectFrom("person")
      .select(["id", "name", "email", "roles"])
      .where("email", "in", [...emails])
      .execute();
    await ensureAccounts(
      config,
      people.map(({ id, name, email }) => ({ personId: id, name, email, password: DEMO_PASSWORD })),
    );
    const listed = emails.flatMap((email) => people.find((person) => person.email === email) ?? []);
    const content = {
      password: DEMO_PASSWORD,
      people: listed.map(({ name, email, roles }) => ({ name, email, role: roles[0] ?? "" })),
    };
    await writeFile(join(config.dataDir, FILE), `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  } finally {
    await db.destroy();
  }
};

/** The demo people for the sign-in page, with their roles in the reader's language; null where there are none. */
export const demoPeople = async (
  config: DemoConfig,
  db: Kysely<DB>,
  language: Language,
): Promise<DemoPeople | null> => {
  if (!mayHaveDemoPeople(config)) return null;
  const text = await readFile(join(config.dataDir, FILE), "utf8").catch(() => null);
  const parsed = text === null ? null : demoFile.safeParse(JSON.parse(text));
  if (parsed === null || !parsed.success) return null;
  const roles = new Map(
    (await db.selectFrom("role").selectAll().execute()).map((role) => [
      role.key,
      textIn(role.name, language, role.key),
    ]),
  );
  const active = await db
    .selectFrom("person")
    .select("email")
    .where("active", "=", true)
    .where(
      "email",
      "in",
      parsed.data.people.map((it) => it.email),
    )
    .execute();
  const stillThere = new Set(active.map((it) => it.email));
  return {
    password: parsed.data.password,
    people: parsed.data.people
      .filter((it) => stillThere.has(it.email))
      .map(({ name, email, role }) => ({ name, email, roleLabel: roles.get(role) ?? role })),
  };
};
