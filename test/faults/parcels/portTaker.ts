import { createServer } from "node:net";
import { eventually } from "../../support/eventually.ts";

/** A program that has taken a port of this machine and is of no use to who calls there, until it is disposed of. */
export const portTaker = async (port: number): Promise<AsyncDisposable> => {
  const server = createServer((socket) => socket.destroy());
  const listens = (): Promise<boolean> =>
    new Promise((resolve) => {
      server.once("error", () => resolve(false));
      server.listen(port, "127.0.0.1", () => resolve(true));
    });
  await eventually(listens, Boolean, { every: 5 });
  return {
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
};
