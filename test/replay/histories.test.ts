import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { workflowBundle } from "@sluice/activities";
import { DefaultLogger, Runtime, Worker } from "@temporalio/worker";
import { beforeAll, describe, expect, it } from "vitest";
import { theBundles } from "../faults/carrier/theBundles.ts";

const folder = fileURLToPath(new URL("histories/", import.meta.url));
const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
let codePath: string;

beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger("ERROR") });
  codePath = await workflowBundle(theBundles());
});

const replay = async (histories: readonly { readonly workflowId: string; readonly history: unknown }[]) => {
  const failed: { readonly workflowId: string; readonly error: string }[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle: { codePath } }, [
    ...histories,
  ])) {
    if (error !== undefined) failed.push({ workflowId, error: String(error) });
  }
  return failed;
};
const readHistory = (file: string) =>
  JSON.parse(readFileSync(`${folder}${file}`, "utf8")) as { events: Record<string, unknown>[] };

describe("recorded histories", () => {
  it("are kept of every way a carrier and a firing can go", () => {
    expect(files.length).toBeGreaterThanOrEqual(8);
  });

  it("are replayed by today's carrier, command for command", async () => {
    expect(await replay(files.map((file) => ({ workflowId: file, history: readHistory(file) })))).toEqual([]);
  });

  it("would show a carrier that behaves otherwise", async () => {
    const history = readHistory("effects-done.json");
    const other = structuredClone(history);
    for (const event of other.events) {
      const scheduled = event["activityTaskScheduledEventAttributes"];
      if (typeof scheduled === "object" && scheduled !== null)
        Object.assign(scheduled, { activityType: { name: "somethingElse" } });
    }

    expect(await replay([{ workflowId: "changed", history: other }])).toHaveLength(1);
  });
});
