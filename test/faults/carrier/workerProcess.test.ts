import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { processEnvironment } from "@sluice/config";
import { expect, it } from "vitest";
import { aDatabase, aTemporal, eventually, throwAwayFolder } from "../../support/index.ts";

it("starts from its settings, carries, and ends in good order on SIGTERM", async () => {
  await using db = await aDatabase();
  await using temporal = await aTemporal();
  const folder = throwAwayFolder();
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const main = createRequire(import.meta.url)
    .resolve("@sluice/activities")
    .replace(/index\.ts$/, "main.ts");
  const child = spawn(process.execPath, ["--import", loader, main], {
    cwd: fileURLToPath(new URL("../../..", import.meta.url)),
    env: {
      ...processEnvironment(),
      SLUICE_EMBEDDED: "true",
      SLUICE_DATA_DIR: folder.path,
      DATABASE_URL: db.url,
      DATABASE_OWNER_URL: db.ownerUrl,
      TEMPORAL_ADDRESS: temporal.address,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => (said += part.toString()));
  const exit = new Promise<number | null>((resolve) => void child.once("exit", resolve));

  await eventually(
    () => said,
    (text) => text.includes("the worker carries cases") || child.exitCode !== null,
    { within: 110_000 },
  );
  expect(said).toContain("the worker carries cases");
  child.kill("SIGTERM");

  expect(await exit, said).toBe(0);
  folder.remove();
});
