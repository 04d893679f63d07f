import { processDefinitionSchema } from "@sluice/process";
import { definitionText, writeBpmn } from "@sluice/process/interchange";
import { templateOf } from "@sluice/templates";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";

const quote = processDefinitionSchema.parse(templateOf("quote"));
const foreign = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
  <process id="loan" name="Loan"><startEvent id="s"/><userTask id="ask" name="Ask"/><sequenceFlow id="f" sourceRef="s" targetRef="ask"/>
  <dataObjectReference id="paper" name="Paper"/></process></definitions>`;

describe("processes as files", () => {
  let server: TestServer;
  const by = {} as Record<"mei" | "chen", Browser>;
  beforeAll(async () => {
    server = await aServer();
    for (const name of ["mei", "chen"] as const) {
      by[name] = aBrowser(server);
      await by[name].signIn(server.emailOf(name));
    }
  });
  afterAll(() => server[Symbol.asyncDispose]());

  const read = async (text: string, as: Browser = by.mei) => {
    const { status, json } = await as.write("POST", "/processes/read-file", { text, recordType: "quote" });
    return { status, json: json as Record<string, unknown> };
  };

  it.each([
    { as: "json", type: "application/json", begins: '{\n  "format": 2' },
    { as: "bpmn", type: "application/xml", begins: "<?xml" },
    { as: "dmn", type: "application/xml", begins: "<?xml" },
    { as: "svg", type: "image/svg+xml", begins: "<?xml" },
    { as: "png", type: "image/png", begins: "\u{FFFD}PNG" },
  ])("are given as $as, always as a download", async ({ as, type, begins }) => {
    const { status, headers, text } = await by.chen.ask(`/files/processes/quote?as=${as}&version=1`);

    expect([status, headers.get("content-type"), text.slice(0, begins.length)]).toEqual([200, type, begins]);
    expect(headers.get("content-disposition")).toContain(`attachment; filename="quote.v1.${as}"`);
  });

  it.each([
    { name: "what no process is given as", path: "quote?as=exe", status: 400 },
    { name: "a process that is not there", path: "nothing?as=json", status: 404 },
    { name: "a version that was never published", path: "quote?as=json&version=77", status: 404 },
  ])("refuse $name with $status", async ({ path, status }) => {
    expect((await by.chen.ask(`/files/processes/${path}`)).status).toBe(status);
  });

  it("are given to programs, a published version where they name one", async () => {
    const { status, json } = await by.chen.ask("/api/v1/processes/quote/file?as=bpmn&published=1&language=zh");

    expect([status, json]).toMatchObject([200, { name: "quote.v1.bpmn", encoding: "utf8" }]);
    expect((await by.chen.ask("/api/v1/processes/quote/file?as=exe")).status).toBe(400);
  });

  it("are given to nobody who is not signed in", async () => {
    expect((await aBrowser(server).ask("/files/processes/quote?as=json")).status).toBe(401);
  });

  it.each([
    { name: "JSON", text: definitionText(quote), format: "json" },
    { name: "BPMN", text: writeBpmn(quote), format: "bpmn" },
  ])("of our own ($name) are read back equal", async ({ text, format }) => {
    const { status, json } = await read(text);

    expect([status, json["format"], json["unmapped"], json["problems"]]).toEqual([200, format, [], []]);
    expect(json["definition"]).toEqual(quote);
  });

  it("of another tool become a draft, with all that has no place in it", async () => {
    const { json } = await read(foreign);

    expect(json).toMatchObject({ format: "bpmn", definition: { recordType: "quote" }, problems: [] });
    expect((json["unmapped"] as { name: string }[]).map(({ name }) => name)).toContain("Paper");
  });

  it.each([
    { name: "broken", text: () => writeBpmn(quote).slice(0, -40), code: "NOT_BPMN" },
    { name: "of another kind", text: () => "%PDF-1.7", code: "FILE_KIND_UNKNOWN" },
    { name: "of 5 MB", text: () => `<a>${"<b/>".repeat(1_300_000)}</a>`, code: "FILE_TOO_LARGE" },
    { name: "of 5 MB in one line", text: () => `{"nodes": "${"x".repeat(5_200_000)}"}`, code: "DEFINITION_TOO_LARGE" },
  ])("that are $name are answered in time with $code", async ({ text, code }) => {
    const startedAt = performance.now();
    const { status, json } = await read(text());

    expect([status, json["definition"], (json["problems"] as { code: string }[])[0]?.code]).toEqual([200, null, code]);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  });

  it("are read for admins only", async () => {
    expect((await read(foreign, by.chen)).status).toBe(403);
  });

  it("hold decision tables, which are read on their own", async () => {
    const dmn = await by.mei.ask("/files/processes/quote?as=dmn");
    const tables = await by.mei.write("POST", "/processes/read-tables", { text: dmn.text });

    expect(tables.json).toMatchObject({ tables: [], problems: [{ code: "NO_TABLE" }] });
  });
});
