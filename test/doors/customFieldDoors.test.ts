import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Json, ProcessDefinitionInput } from "@sluice/process";
import { createReads, getRecord, previewImport, runImport, startImport } from "@sluice/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aField } from "../support/aField.ts";
import { aServer, type TestServer } from "../support/aServer.ts";
import { ladder } from "../support/processes.ts";

type Values = Readonly<Record<string, Json>>;
const named = (text: string) => ({ en: text, zh: text });
const choices = ["north", "south"].map((key) => ({ key, label: named(key) }));
const rep = { by: "person" as const, who: [{ by: "role" as const, role: "rep" }] };

/** A start and a move that ask for the score of a customer; or a stage that writes it as it is left. */
const scoring = (key: string, exitActions: readonly Json[]): ProcessDefinitionInput =>
  ({
    ...ladder,
    key,
    nodes: ladder.nodes.map((node) =>
      node.kind === "start"
        ? { ...node, trigger: { on: "manual" as const, form: [{ path: "c_score", access: "edit" as const }] } }
        : node.kind === "stage" && node.id === "low"
          ? {
              ...node,
              moves: [
                {
                  id: "say",
                  name: named("Say"),
                  to: "high",
                  trigger: rep,
                  form: [{ path: "c_score", access: "edit" }],
                },
                { id: "set", name: named("Set"), to: "high", trigger: rep },
              ],
              exitActions,
            }
          : node,
    ),
  }) as ProcessDefinitionInput;
const setsScore = { block: "setFields", inputs: { c_score: { expression: "record.?note.orValue('7')" } } };

/** Waits until the customer lies in the north, and begins by itself where one of the south is changed. */
const northern = (trigger: Json): ProcessDefinitionInput =>
  ({
    ...ladder,
    key: `northern${typeof trigger === "object" && trigger !== null && "when" in trigger ? "Started" : ""}`,
    nodes: [
      { id: "start", kind: "start", name: named("Start"), trigger, concurrency: "parallel" },
      { id: "waiting", kind: "stage", key: "waiting", order: 1, name: named("Waiting"), entry: "gate" },
      {
        id: "gate",
        kind: "guard",
        stage: "waiting",
        name: named("In the north"),
        mode: "hold",
        guard: {
          condition: { when: "record.?c_region.orValue('') == 'north' && 'south' in record.?c_regions.orValue([])" },
          sentence: named("The customer lies in the north."),
        },
      },
      { id: "done", kind: "stage", key: "done", order: 2, name: named("Done"), final: "done" },
    ],
    edges: [
      { id: "begin", from: "start", to: "waiting" },
      { id: "open", from: "gate", to: "done" },
    ],
  }) as ProcessDefinitionInput;

describe("a custom field at every door", () => {
  let server: TestServer;
  let [chen, mei]: Browser[] = [];
  let folder = "";
  const browsers = (): { chen: Browser; mei: Browser } => {
    if (chen === undefined || mei === undefined) throw new Error("nobody has signed in");
    return { chen, mei };
  };
  beforeAll(async () => {
    server = await aServer();
    [chen, mei] = [aBrowser(server), aBrowser(server)];
    await chen.signIn(server.emailOf("chen"));
    await mei.signIn(server.emailOf("mei"));
    folder = await mkdtemp(join(tmpdir(), "fields-"));
    await aField(server.firm, { key: "c_score", type: "integer", min: "1", max: "9" });
    await aField(server.firm, { key: "c_region", type: "choice", choices });
    await aField(server.firm, { key: "c_regions", type: "multiChoice", choices });
    await aField(server.firm, { key: "c_rating", recordType: "product", type: "choice", choices, default: "south" });
    await server.firm.publish(
      scoring("scoring", []),
      scoring("scoringItself", [setsScore]),
      northern({ on: "manual" }),
      northern({ on: "recordChanged", when: "record.?c_region.orValue('') == 'south'" }),
    );
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  const scoreOf = async (id: string): Promise<Json> => {
    const { firm } = server;
    const { fields } = await getRecord(createReads(firm.pool), { type: "customer", id }, firm.people.chen);
    return fields["c_score"] ?? null;
  };
  const begun = async (recordId: string, process = "scoring"): Promise<string> => {
    const command = { commandId: randomUUID(), process, recordType: "customer", recordId };
    return String((await server.firm.door.startCase(command, server.firm.as("chen"))).caseId);
  };
  const codesIn = (answer: { readonly json: unknown }): readonly string[] => {
    const { problems } = answer.json as { readonly problems?: readonly { readonly code: string }[] };
    return (problems ?? []).map(({ code }) => code);
  };
  const refusalOf = async (work: Promise<unknown>): Promise<readonly string[]> =>
    work.then(
      () => [],
      (cause: { readonly problems: readonly { readonly code: string }[] }) => cause.problems.map(({ code }) => code),
    );

  type Write = (id: string, value: Json) => Promise<readonly string[]>;
  const patched: Write = (id, c_score) =>
    refusalOf(
      server.firm.door.patchRecord(
        "customer",
        { commandId: randomUUID(), id, version: 1, fields: { c_score } },
        server.firm.as("chen"),
      ),
    );
  const doors: Readonly<Record<string, Write>> = {
    "a form": patched,
    REST: async (id, c_score) =>
      codesIn(await browsers().chen.write("PATCH", `/customers/${id}`, { version: 1, fields: { c_score } })),
    "a form of a start": (recordId, c_score) =>
      refusalOf(
        server.firm.door.startCase(
          { commandId: randomUUID(), process: "scoring", recordType: "customer", recordId, form: { c_score } },
          server.firm.as("chen"),
        ),
      ),
    "a form of a move": async (id, c_score) => {
      const caseId = await begun(id);
      return refusalOf(
        server.firm.door.moveCase(
          { commandId: randomUUID(), caseId, move: "say", form: { c_score } },
          server.firm.as("chen"),
        ),
      );
    },
  };
  it.each(Object.entries(doors))("is held to its limits by %s", async (name, write) => {
    const [good, bad] = await Promise.all([server.firm.aCustomer({ note: "9" }), server.firm.aCustomer()]);
    expect(await write(good, 9)).toEqual([]);
    expect(await scoreOf(good)).toBe(9);
    expect(await write(bad, 10)).toEqual(["INPUT_INVALID"]);
    expect(await scoreOf(bad)).toBeNull();
    expect(name).not.toBe("");
  });

  it("is held to its limits by a process's own action", async () => {
    const moved = async (note: string) => {
      const id = await server.firm.aCustomer({ note });
      const command = { commandId: randomUUID(), caseId: await begun(id, "scoringItself"), move: "set" };
      return { codes: await refusalOf(server.firm.door.moveCase(command, server.firm.as("chen"))), id };
    };
    const [good, bad] = [await moved("3"), await moved("30")];
    expect([good.codes, bad.codes]).toEqual([[], ["INPUT_INVALID"]]);
    expect([await scoreOf(good.id), await scoreOf(bad.id)]).toEqual([3, null]);
  });

  it("is read from a file as people write it, by its label, with its default where the file says nothing", async () => {
    const { firm } = server;
    const desk = { reads: createReads(firm.pool), door: firm.door };
    const path = join(folder, "products.csv");
    await writeFile(
      path,
      "SKU,Name,Unit,List price,Currency,地区\nF-1,Valve,pcs,1,CNY,North\nF-2,Pipe,pcs,1,CNY,\nF-3,Pump,pcs,1,CNY,East\n",
    );
    const wish = { type: "product", path, mapping: null };
    const preview = await previewImport(desk.reads, wish, firm.people.tom);
    expect(preview.mapping["地区"]).toBe("c_rating");
    expect(preview.errors.map(({ row, column }) => `${row} ${column}`)).toEqual(["4 地区"]);
    const order = {
      ...wish,
      commandId: randomUUID(),
      fileName: "p.csv",
      keepValidOnly: true,
      personId: firm.people.tom,
    };
    await runImport(desk, (await startImport(desk, order)).id);
    const rows = await firm.rows<{ sku: string; custom: Values }>("SELECT sku, custom FROM product ORDER BY sku");
    expect(rows).toEqual([
      { sku: "F-1", custom: { c_rating: "north" } },
      { sku: "F-2", custom: { c_rating: "south" } },
    ]);
  });

  it("opens a gate that waits for it, and begins a process that asks for it", async () => {
    const { firm } = server;
    const recordId = await firm.aCustomer();
    const start = { commandId: randomUUID(), process: "northern", recordType: "customer", recordId };
    const { caseId } = await firm.door.startCase(start, firm.as("chen"));
    const write = async (version: number, fields: Values) => {
      const command = { commandId: randomUUID(), id: recordId, version, fields };
      await firm.door.patchRecord("customer", command, firm.as("chen"));
      await firm.settle();
    };
    const stands = async () =>
      (
        await firm.rows<{ process_key: string; status: string }>(
          'SELECT process_key, status FROM "case" WHERE record_id = $1 ORDER BY process_key',
          [recordId],
        )
      ).map((row) => `${row.process_key} ${row.status}`);

    await write(1, { c_regions: ["south"] });
    expect(await stands()).toEqual(["northern running"]);
    await write(2, { c_region: "south" });
    expect(await stands()).toEqual(["northern running", "northernStarted running"]);
    await write(3, { c_region: "north" });
    expect(await stands()).toEqual(["northern ended", "northernStarted ended"]);
    expect(caseId).not.toBeNull();
  });

  it("is kept by admins over REST, and by nobody else", async () => {
    const body = { key: "c_tier", settings: { type: "text", label: { en: "Tier", zh: "层级" } } };
    const path = "/record-types/customer/fields";
    expect(codesIn(await browsers().chen.write("POST", path, body))).toEqual(["NOT_ALLOWED"]);
    const made = await browsers().mei.write("POST", path, body);
    expect(made.status, made.text).toBe(201);
    const { recordId } = made.json as { readonly recordId: string };
    const listed = await browsers().mei.ask(`/api/v1${path}`);
    expect(listed.json).toContainEqual(
      expect.objectContaining({ id: recordId, key: "c_tier", version: 1, archived: false, settings: body.settings }),
    );
    const away = await browsers().mei.write("PATCH", `/fields/${recordId}`, { version: 1, archived: true });
    expect(away.json).toMatchObject({ recordType: "field", recordId, version: 2 });
    const late = await browsers().mei.write("PATCH", `/fields/${recordId}`, { version: 1, archived: false });
    expect(codesIn(late)).toEqual(["VERSION_CONFLICT"]);
  });

  it("stands in the API's document for who is signed in, and for no stranger", async () => {
    const fieldsIn = (answer: { readonly json: unknown }) => {
      const { components } = answer.json as {
        readonly components: { readonly schemas: Readonly<Record<string, { readonly properties: Values }>> };
      };
      return components.schemas["customerFields"]?.properties ?? {};
    };
    const known = fieldsIn(await browsers().chen.ask("/api/v1/openapi.json"));
    const strange = fieldsIn(await aBrowser(server).ask("/api/v1/openapi.json"));
    expect(known["c_score"]).toEqual({ title: "Region", anyOf: [{ type: "integer" }, { type: "null" }] });
    expect(Object.keys(strange)).toContain("grade");
    expect(Object.keys(strange).filter((path) => path.startsWith("c_"))).toEqual([]);
  });

  it("is named by its label in a refusal, in the reader's language", async () => {
    const id = await server.firm.aCustomer();
    const answer = await browsers().chen.ask(`/api/v1/customers/${id}`, {
      method: "PATCH",
      body: { version: 1, fields: { c_score: 0 } },
      headers: { "accept-language": "zh" },
    });
    expect((answer.json as { readonly message: string }).message).toMatch(/Region|地区/u);
  });
});
