import type { ProcessDefinitionInput } from "@sluice/process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";
import { asksForALook, looksAtIt } from "../support/handingOver.ts";

let server: TestServer;
let admin: Browser;
beforeAll(async () => {
  server = await aServer();
  await server.firm.publish(looksAtIt, asksForALook);
  admin = aBrowser(server);
  await admin.signIn(server.emailOf("mei"));
});
afterAll(() => server[Symbol.asyncDispose]());

interface Finding {
  readonly severity: string;
  readonly code: string;
  readonly path?: string;
  readonly message: { readonly en: string };
}
const CODES = ["UNKNOWN_VARIABLE", "VARIABLE_NEVER_SET", "TYPE_MISMATCH", "CALLERS_LET_DOWN"];
const findingsFor = async (definition: ProcessDefinitionInput): Promise<readonly Finding[]> => {
  const checked = await admin.mutate("processes.check", { definition });
  expect(checked.status, checked.text).toBe(200);
  const { data } = (checked.json as { result: { data: readonly Finding[] } }).result;
  return data.filter(({ code }) => CODES.includes(code));
};
const calling = (settings: object): ProcessDefinitionInput => ({
  ...asksForALook,
  nodes: asksForALook.nodes.map((node) => (node.kind === "subprocess" ? { ...node, ...settings } : node)),
});
const wrong = { handOver: { askd: "level" }, bringBack: { answer: "fond" } };
const publish = async (definition: ProcessDefinitionInput) => {
  const { key } = definition;
  const saved = await admin.mutate("processes.saveDraft", { key, rev: 0, base: 1, definition });
  expect(saved.status, saved.text).toBe(200);
  const { rev } = (saved.json as { result: { data: { rev: number } } }).result.data;
  return admin.mutate("processes.publish", { key, rev, base: 1 });
};

/** Never says in `found` what it found. */
const silent: ProcessDefinitionInput = {
  ...looksAtIt,
  nodes: looksAtIt.nodes.map((node) =>
    node.kind === "branch" && node.table
      ? { ...node, table: { ...node.table, outputs: [{ variable: "other" }] } }
      : node,
  ),
};
/** Publishes so many that call `looksAtIt` in its first version, for good; by their keys they come before all others. */
const publishPinned = async (count: number): Promise<void> => {
  const rows = (from: string, changes: string) =>
    server.firm.rows(
      `INSERT INTO ${from} SELECT (jsonb_populate_record(of, ${changes})).*
       FROM ${from} AS of, generate_series(1, ${count}) AS n WHERE to_jsonb(of) ->> $1 = 'asksForALook'`,
      [from === "process" ? "key" : "process_key"],
    );
  await rows("process", "jsonb_build_object('key', 'aPinned' || n)");
  await rows(
    "process_version",
    `jsonb_build_object('process_key', 'aPinned' || n, 'definition',
       replace(replace(replace(of.definition::text, '"asksForALook"', '"aPinned' || n || '"'), '"Ask for a look"', '"Pinned"'),
         '"version": "latest"', '"version": 1')::jsonb)`,
  );
};

describe("a process that calls another", () => {
  it.each([
    { name: "as it is published", settings: {}, places: [] },
    {
      name: "by variables that the other does not have",
      settings: wrong,
      places: ["UNKNOWN_VARIABLE handOver.askd", "UNKNOWN_VARIABLE bringBack.answer"],
    },
    {
      name: "in the version that it names",
      settings: { ...wrong, version: 1 },
      places: ["UNKNOWN_VARIABLE handOver.askd", "UNKNOWN_VARIABLE bringBack.answer"],
    },
    { name: "in a version that was never published", settings: { ...wrong, version: 9 }, places: [] },
    { name: "in a version before the first", settings: { ...wrong, version: 0 }, places: [] },
    { name: "in a version below every number", settings: { ...wrong, version: -2_147_483_649 }, places: [] },
    { name: "in the last version that can be", settings: { ...wrong, version: 2_147_483_647 }, places: [] },
    { name: "in a version above every number", settings: { ...wrong, version: 2_147_483_648 }, places: [] },
    { name: "in half a version", settings: { ...wrong, version: 1.5 }, places: [] },
    { name: "in a version that is a text", settings: { ...wrong, version: "1" }, places: [] },
    { name: "that was never published", settings: { ...wrong, process: "nobody" }, places: [] },
  ])("is checked $name while it is drawn", async ({ settings, places }) => {
    expect((await findingsFor(calling(settings))).map(({ code, path }) => `${code} ${path}`)).toEqual(places);
  });

  it("tells by name what ended, and how", async () => {
    const recordId = await server.firm.aCustomer();
    const begun = await admin.mutate("cases.start", { process: "asksForALook", recordType: "customer", recordId });
    const { caseId } = (begun.json as { result: { data: { caseId: string } } }).result.data;
    await server.firm.settle();

    const { json } = await admin.query("cases.get", { id: caseId });
    const { events } = (json as { result: { data: { events: readonly { title: string }[] } } }).result.data;

    expect(events.map(({ title }) => title)).toContain("“Look at it” ended: Done");
  });

  it("is not published with variables that the other does not have", async () => {
    const refused = await publish(calling(wrong));
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining("DEFINITION_INVALID")]);
  });

  it("is named behind any number of those that call a version by its number, which are not", async () => {
    await publishPinned(51);
    const [found, ...others] = await findingsFor(silent);
    expect(others).toEqual([]);
    expect(found?.message.en).toContain("“Ask for a look”");
    expect(found?.message.en).not.toContain("Pinned");
  });

  it("is named when the other no longer sets what it brings back, and may still be published", async () => {
    expect(await findingsFor(looksAtIt)).toEqual([]);
    expect(await findingsFor(silent)).toMatchObject([
      { severity: "warning", path: "variables", message: { en: expect.stringContaining("“Ask for a look”") } },
    ]);

    expect((await publish(silent)).status).toBe(200);

    expect((await findingsFor(calling({}))).map(({ code, path }) => `${code} ${path}`)).toEqual([
      "VARIABLE_NEVER_SET bringBack.answer",
    ]);
    expect(await findingsFor(calling({ version: 1 }))).toEqual([]);
  });
});
