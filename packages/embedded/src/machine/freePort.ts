import { randomInt } from "node:crypto";
import { createServer } from "node:net";

const tryPort = (port: number): Promise<number | null> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const taken = typeof address === "object" && address !== null ? address.port : null;
      server.close(() => resolve(taken));
    });
  });

/** Below the range from which systems lend ports to outgoing connections: what is started again there finds its port free. */
const FIRST_UNLENT = 20_000;
const LAST_UNLENT = 29_999;
const TRIES = 20;

const unlentPort = async (): Promise<number | null> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const port = await tryPort(randomInt(FIRST_UNLENT, LAST_UNLENT + 1));
    if (port !== null) return port;
  }
  return null;
};

/** Answers `preferred` when it is free on loopback, else any free port. Another program may still take it meanwhile. */
export const freePort = async (preferred = 0): Promise<number> => {
  const port = (preferred === 0 ? null : await tryPort(preferred)) ?? (await unlentPort()) ?? (await tryPort(0));
  if (port === null) throw new Error("no free port on 127.0.0.1");
  return port;
};

/** Tells whether nobody listens on that port of loopback. */
export const isFreePort = async (port: number): Promise<boolean> => (await tryPort(port)) !== null;
