import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { installFolders } from "@sluice/embedded";
import { aHouse, type TestHouse } from "../../../test/support/aHouse.ts";
import { BENCH_FOLDER } from "../ground/theGround.ts";

const FOLDER = join(BENCH_FOLDER, "house");
const SEEDED_WITHIN_MS = 300_000;

const startHouse = (): Promise<TestHouse> =>
  aHouse({ dataDir: FOLDER, within: SEEDED_WITHIN_MS, command: ["scripts/boot.mjs", "run:start"] });

/** What a browser needs before it can show anything: the page, and what the page names. */
export const fetchFirstPage = async (address: string): Promise<void> => {
  const fetched = async (path: string): Promise<string> => {
    const answer = await fetch(new URL(path, address));
    if (!answer.ok) throw new Error(`${path} is answered with ${answer.status}`);
    return answer.text();
  };
  const page = await fetched("/");
  const named = [...page.matchAll(/(?:src|href)="(\/[^"]+)"/gu)].map(([, path = ""]) => path);
  if (named.length === 0) throw new Error("the first page names no script");
  await Promise.all(named.map(fetched));
};

/** Starts the house of the bench as `npm start` does, on the data that an earlier start has seeded; there is one at least. */
export const secondStart = async (say: (line: string) => void): Promise<TestHouse> => {
  if (!existsSync(installFolders(FOLDER).postgres)) {
    mkdirSync(FOLDER, { recursive: true });
    say("First start, to seed the demo firm");
    const first = await startHouse();
    await first.stop();
  }
  return startHouse();
};
