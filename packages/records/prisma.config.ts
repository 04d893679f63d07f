import { fileURLToPath } from "node:url";
import { defineConfig } from "prisma/config";

// Prisma's native engine is fetched from its own host; ours answers the same calls with the WebAssembly build from npm.
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= fileURLToPath(
  new URL("./prisma/engine/schemaEngine.mjs", import.meta.url),
);

/** `DATABASE_OWNER_URL` is needed by the commands that reach a database; generating and comparing files need none. */
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env["DATABASE_OWNER_URL"] ?? "postgresql://none:none@127.0.0.1:1/none" },
});
