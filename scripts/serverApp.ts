import { loadConfig } from "@sluice/config";
import { startServer } from "@sluice/server";
import { startTracing } from "@sluice/telemetry";
import { printQuote } from "../activities/src/blocks/pdf/printQuote.ts";
import { paintPicture } from "../activities/src/pictures/paintPicture.ts";

/** The server as a program: settings from the environment, printer and painter from beside the outer effects, stopped by a signal. */
const config = loadConfig();
const tracing = startTracing("server", config.tracing);
const server = await startServer({ config, printQuote, paintPicture });

const stop = (): void => {
  const ended = server.stop().then(() => tracing.stop());
  ended.then(
    () => process.exit(0),
    (cause: unknown) => {
      process.stderr.write(`${String(cause)}\n`);
      process.exit(1);
    },
  );
};
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
