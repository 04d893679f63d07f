import { existsSync, readFileSync } from "node:fs";
import { installFolders, type Say } from "@sluice/embedded";

interface DemoPeople {
  readonly password: string;
  readonly people: readonly { readonly name: string; readonly email: string; readonly role: string }[];
}

const demoPeople = (dataDir: string): DemoPeople | null => {
  const path = installFolders(dataDir).demoPeople;
  if (!existsSync(path)) return null;
  const read: DemoPeople = JSON.parse(readFileSync(path, "utf8"));
  return read;
};

/** Tells where Sluice is and, in a demo firm, who can sign in: the seed leaves its people in `demo-people.json`. */
export const announce = (
  address: string,
  { dataDir, hasDemoPeople }: { dataDir: string; hasDemoPeople: boolean },
  say: Say,
): void => {
  say("");
  say(`Sluice is at ${address}`);
  const demo = hasDemoPeople ? demoPeople(dataDir) : null;
  if (demo !== null) {
    const width = Math.max(...demo.people.map(({ email }) => email.length));
    say(`People of the demo firm, all with the password ${demo.password}:`);
    for (const { name, email, role } of demo.people) say(`  ${email.padEnd(width)}  ${name}, ${role}`);
  }
  say(`Data and logs: ${dataDir}`);
  say("Ctrl-C stops all of it.");
};
