import { randomBytes } from "node:crypto";
import { loadConfig } from "@sluice/config";
import { createDoor, createPool, ensureRoles, foundFirm } from "@sluice/records";
import { ensureAccounts } from "@sluice/server";
import { describe, expect, it } from "vitest";
import { aDatabase } from "../support/aDatabase.ts";

const founding = {
  firm: "Lanting Automation",
  name: "Mei Lin 林梅",
  email: "mei@lanting.example",
  language: "zh",
} as const;

describe("an install without demo people", () => {
  it("is founded once, however many try at once, by an admin who has an account and a firm", async () => {
    await using db = await aDatabase();
    const pool = createPool(db.url);
    const { house } = createDoor({ pool });
    await ensureRoles(house);

    const made = await Promise.all([
      foundFirm(house, founding),
      foundFirm(house, { ...founding, email: "other@x.example" }),
    ]);
    const [personId] = made.filter((id) => id !== null);
    expect(made.filter((id) => id === null)).toHaveLength(1);
    expect(await foundFirm(house, founding)).toBe(null);

    const config = loadConfig({
      DATABASE_URL: db.url,
      DATABASE_OWNER_URL: db.url,
      TEMPORAL_ADDRESS: "127.0.0.1:7233",
      SLUICE_SECRET: randomBytes(32).toString("hex"),
    });
    const account = {
      personId: personId ?? "",
      name: founding.name,
      email: founding.email,
      password: "a password of hers",
    };
    await ensureAccounts(config, [account]);
    await ensureAccounts(config, [{ ...account, password: "another" }]);

    const { rows } = await pool.query(
      `SELECT person.roles, department.name ->> 'en' AS firm, (SELECT count(*)::int FROM calendar) AS calendars,
         (SELECT count(*)::int FROM auth_account WHERE user_id = person.id) AS accounts,
         (SELECT count(*)::int FROM audit WHERE record_type = 'person' AND via = 'founding') AS audited
       FROM person JOIN department ON department.id = person.department_id`,
    );
    expect(rows).toEqual([{ roles: ["admin"], firm: founding.firm, calendars: 1, accounts: 1, audited: 1 }]);
    await pool.end();
  });
});
