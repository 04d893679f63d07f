import type { HouseConfig } from "@sluice/config";
import { freePort, isFreePort, type Say } from "@sluice/embedded";

/**
 * Answers the port of the server: the one that was asked for, or, when nobody asked for one and 3000 is taken, a free one.
 *
 * A port that was asked for and is taken is an error: somebody counts on it.
 */
export const choosePort = async ({ port, portWasGiven }: HouseConfig, say: Say): Promise<number> => {
  if (port !== 0 && (await isFreePort(port))) return port;
  if (portWasGiven && port !== 0) throw new Error(`port ${port} is taken by another program; choose another with PORT`);
  for (let next = port + 1; port !== 0 && next < port + 20; next++) {
    if (!(await isFreePort(next))) continue;
    say(`Port ${port} is taken by another program; using ${next}`);
    return next;
  }
  return freePort();
};
