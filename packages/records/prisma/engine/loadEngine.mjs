import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { adapterFactory } from "./adapterFactory.mjs";

const folder = dirname(fileURLToPath(import.meta.resolve("@prisma/schema-engine-wasm")));

/** An engine connects when it is made; commands that only compare files never reach this address. */
const NOWHERE = "postgresql://none:none@127.0.0.1:1/none";

/** Loads the WebAssembly engine once and answers how to make a new one; each request gets its own. */
export const loadEngine = ({ url = NOWHERE, datamodels }) => {
  const loading = import(pathToFileURL(join(folder, "schema_engine_bg.js")).href).then((engine) => {
    const program = new WebAssembly.Module(readFileSync(join(folder, "schema_engine_bg.wasm")));
    const { exports } = new WebAssembly.Instance(program, { "./schema_engine_bg.js": engine });
    globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => process.stderr.write(`${message}\n`) };
    engine.__wbg_set_wasm(exports);
    exports.__wbindgen_start();
    return engine;
  });
  const schema = datamodels.length > 0 ? datamodels : undefined;
  return async () => (await loading).SchemaEngine.new({ datamodels: schema }, () => undefined, adapterFactory(url));
};
