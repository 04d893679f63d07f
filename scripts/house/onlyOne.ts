import { join } from "node:path";
import { type HeldLock, installFolders, tryLock } from "@sluice/embedded";

/** Takes a data folder for this house, or answers the sentence that tells who has it. */
export const onlyOne = (dataDir: string, address: string): HeldLock | string => {
  const lock = tryLock(join(installFolders(dataDir).run, "house.lock"), address);
  return "release" in lock ? lock : `Sluice is already running on ${dataDir}: ${lock.note} (process ${lock.pid})`;
};
