import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";

/** The programs of Sluice that `npm start` keeps running, in the order in which they need each other. */
const PROGRAMS = [
  { name: "server", entry: "scripts/serverApp.ts", isAnswering: true },
  { name: "worker", entry: "activities/src/main.ts", isAnswering: false },
] as const;

export type AppProgram = (typeof PROGRAMS)[number];

/** Answers the programs whose entry is there. */
export const appPrograms = (): readonly AppProgram[] => PROGRAMS.filter(({ entry }) => existsSync(join(root, entry)));
