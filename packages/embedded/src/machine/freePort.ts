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

/** Answers `preferred` when it is free on loopback, else any free port. Another program may still take it meanwhile. */
export const freePort = async (preferred = 0): Promise<number> => {
  const port = (await tryPort(preferred)) ?? (await tryPort(0));
  if (port === null) throw new Error("no free port on 127.0.0.1");
  return port;
};

/** Tells whether nobody listens on that port of loopback. */
export const isFreePort = async (port: number): Promise<boolean> => (await tryPort(port)) !== null;
