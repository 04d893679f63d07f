#!/usr/bin/env node
/**
 * Answers the Prisma CLI in place of its native schema engine: the same JSON-RPC over stdin and stdout, the work done by the
 * WebAssembly build of the same commit. So migrations can be written and compared with no download and, for files, no server.
 */
import { createInterface } from "node:readline";
import { closeOpened } from "./adapterFactory.mjs";
import { readArguments } from "./arguments.mjs";
import { runDatabaseCommand } from "./databaseCommand.mjs";
import { loadEngine } from "./loadEngine.mjs";

const { command, url, datamodels } = readArguments(process.argv.slice(2));
if (command !== null) process.exit(await runDatabaseCommand(command, url));

const newEngine = loadEngine({ url, datamodels });

/** The engine learns of its shadow database only by `devDiagnostic`, so that goes first where one is needed. */
const needsShadow = new Set(["evaluateDataLoss", "createMigration"]);

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);

const problemOf = (error) => {
  try {
    return JSON.parse(error.message);
  } catch {
    return { is_panic: false, message: error.message ?? String(error), meta: { full_error: String(error.stack) } };
  }
};

/** Text that the CLI prints comes to it as a request of ours, before the answer. */
const withPrinted = (id, method, result) => {
  if (method !== "diff" || !result.stdout) return result;
  send({ id: `print-${id}`, method: "print", params: { content: result.stdout } });
  return { ...result, stdout: null };
};

const answer = async ({ id, method, params }) => {
  try {
    const engine = await newEngine();
    if (needsShadow.has(method))
      await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters });
    const result =
      (method === "getDatabaseVersion" ? await engine.version(params) : await engine[method](params)) ?? {};
    send({ id, result: withPrinted(id, method, result) });
  } catch (error) {
    send({ id, error: { code: 4466, message: "The schema engine failed.", data: problemOf(error) } });
  } finally {
    await closeOpened();
  }
};

let last = Promise.resolve();
createInterface({ input: process.stdin })
  .on("line", (line) => {
    const message = JSON.parse(line);
    if (message.method) last = last.then(() => answer(message));
  })
  .on("close", () => void last.then(() => process.exit(0)));
