/**
 * `npm run found -- "<firm>" "<name>" <e-mail>`: makes the first admin of an install without demo people, with a password that
 * is shown this once. Everybody else is made by them.
 */
import { randomBytes } from "node:crypto";
import { loadHouseConfig } from "@sluice/config";
import { createDoor, createPool, foundFirm } from "@sluice/records";
import { ensureAccounts } from "@sluice/server";
import { onDatabase } from "./house/onDatabase.ts";
import { say } from "./house/say.ts";
import { seedHouse } from "./house/seedHouse.ts";

try {
  const [firm = "", name = "", email = ""] = process.argv.slice(2).map((text) => text.trim());
  if (firm === "" || name === "" || !/^[^\s@]+@[^\s@]+$/.test(email))
    throw new Error('it takes three words: npm run found -- "<firm>" "<name>" <e-mail>');
  const settings = loadHouseConfig();
  if (settings.hasDemoPeople) throw new Error("this install has the demo firm; set SLUICE_DEMO=false on fresh data");
  await onDatabase(settings, say, async (config, env) => {
    await seedHouse(env, say);
    const pool = createPool(config.database.url, { size: 2 });
    try {
      const { house } = createDoor({ pool });
      const personId = await foundFirm(house, {
        firm,
        name,
        email,
        language: /\p{Script=Han}/u.test(name) ? "zh" : "en",
      });
      if (personId === null) throw new Error("there are people already: one of their admins makes the others");
      const password = randomBytes(15).toString("base64url");
      await ensureAccounts(config, [{ personId, name, email, password }]);
      say(`${firm} is founded. ${name} signs in as ${email} with the password ${password}`);
      say("It is shown this once.");
    } finally {
      await pool.end();
    }
  });
} catch (error) {
  process.stderr.write(`Not founded: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
