import { accessSync, constants, existsSync } from "node:fs";
import { join } from "node:path";
import type { HouseConfig } from "@sluice/config";
import { installFolders, isFreePort, postgresData } from "@sluice/embedded";
import { onlyOne } from "../house/onlyOne.ts";
import { type Finding, note, ok, problem } from "./finding.ts";

const checkWritable = (dataDir: string): Finding => {
  try {
    accessSync(dataDir, constants.W_OK);
    return ok(`data folder: ${dataDir}`);
  } catch {
    return problem(`the data folder ${dataDir} cannot be written to`, "change its owner, or set SLUICE_DATA_DIR");
  }
};

const checkPlace = (dataDir: string): Finding => {
  const data = postgresData(dataDir);
  if (data === installFolders(dataDir).postgres) return ok(`Postgres' data: ${data}`);
  return note(`Postgres' data are outside of the data folder, which its user may not enter: ${data}`);
};

const checkPort = async (name: string, port: number, isGiven: boolean): Promise<Finding> => {
  if (await isFreePort(port)) return ok(`port ${port} is free for ${name}`);
  return isGiven
    ? problem(
        `port ${port}, which was asked for, is taken by another program`,
        "end that program, or choose another PORT",
      )
    : note(`port ${port} is taken by another program; ${name} takes another`);
};

/** Where the data are, whether the house runs on them, and whether its ports are free if it does not. */
export const checkDataFolder = async (config: HouseConfig): Promise<Finding[]> => {
  const { dataDir } = config;
  const isNew = !existsSync(join(dataDir, "postgres")) && !existsSync(postgresData(dataDir));
  const found = [checkWritable(dataDir), ...(config.database === null ? [checkPlace(dataDir)] : [])];
  if (isNew && config.database === null) found.push(note("nothing is kept there yet; npm start makes it"));
  const lock = onlyOne(dataDir, "doctor");
  if (typeof lock === "string") return [...found, ok(lock)];
  lock.release();
  return [
    ...found,
    note("Sluice is not running"),
    await checkPort("the server", config.port, config.portWasGiven),
    ...(config.database === null ? [await checkPort("Postgres", 54_320, false)] : []),
    ...(config.temporal === null ? [await checkPort("Temporal", 7_233, false)] : []),
  ];
};
