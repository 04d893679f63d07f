import { writeSync } from "node:fs";
import { join } from "node:path";
import { installFolders, openLog, type Say } from "@sluice/embedded";
import { say } from "./say.ts";

/** Says each line at the terminal and keeps it, with its time, in the house's log: a house that runs as a service is read there. */
export const keptSay = (dataDir: string): Say => {
  const log = openLog(join(installFolders(dataDir).logs, "house.log"));
  return (line) => {
    say(line);
    if (line.trim() !== "") writeSync(log, `${new Date().toISOString()} ${line}\n`);
  };
};
