import type { Say } from "@sluice/embedded";

// a terminal that was closed must not keep the house from ending cleanly
process.stdout.on("error", () => undefined);

/** One line to the person at the terminal. */
export const say: Say = (line) => {
  process.stdout.write(`${line}\n`);
};
