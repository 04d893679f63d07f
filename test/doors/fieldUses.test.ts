import { randomUUID } from "node:crypto";
import { type ProcessDefinitionInput, processDefinitionSchema } from "@sluice/process";
import { publishProcess, saveDraft } from "@sluice/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aField } from "../support/aField.ts";
import { aServer, type TestServer } from "../support/aServer.ts";
import { ladder } from "../support/processes.ts";

const named = (text: string) => ({ en: text, zh: text });
const codesIn = ({ json }: { readonly json: unknown }): readonly string[] =>
  (Object(json) as { readonly problems?: readonly { readonly code: string }[] }).problems?.map(({ code }) => code) ??
  [];

/** A process that asks for the field when a case leaves its first stage, and on a wire within it. */
const speaking: ProcessDefinitionInput = {
  ...ladder,
  key: "holding",
  name: named("Holding"),
  nodes: [
    ...ladder.nodes.map((node) =>
      node.kind === "stage" && node.id === "low" ? { ...node, requiredToLeave: ["c_held"], entry: "fork" } : node,
    ),
    { id: "fork", kind: "branch", stage: "low", name: named("Fork") },
  ],
  edges: [
    ...ladder.edges,
    { id: "asked", from: "fork", to: "high", on: { kind: "when", when: "has(record.c_held)", order: 1 } },
    { id: "else", from: "fork", to: "high", on: { kind: "default" } },
  ],
};

describe("a custom field that something speaks of", () => {
  let server: TestServer;
  let chen: Browser;
  let mei: Browser;
  beforeAll(async () => {
    server = await aServer();
    [chen, mei] = [aBrowser(server), aBrowser(server)];
    await chen.signIn(server.emailOf("chen"));
    await mei.signIn(server.emailOf("mei"));
  });
  afterAll(() => server[Symbol.asyncDispose]());

  it("is not put away while a process in force speaks of it; what else does is told beforehand", async () => {
    const id = await aField(server.firm, { key: "c_held" });
    await server.firm.publish(speaking);
    const layouts = "/record-types/customer/layouts";
    const layout = { sections: [{ title: named("First"), fields: ["name", "c_held"] }], hidden: [] };
    expect(codesIn(await chen.write("POST", layouts, { role: "rep", version: 0, layout }))).toEqual(["NOT_ALLOWED"]);
    expect(codesIn(await mei.write("POST", layouts, { role: "rep", version: 0, layout }))).toEqual([]);
    const late = await mei.write("POST", layouts, { role: "rep", version: 0, layout: null });
    expect(codesIn(late)).toEqual(["VERSION_CONFLICT"]);
    expect((await mei.ask(`/api/v1${layouts}`)).json).toEqual([
      { recordType: "customer", role: "rep", version: 1, ...layout },
    ]);

    expect((await mei.ask(`/api/v1/fields/${id}/uses`)).json).toEqual([
      { what: "process", key: "holding", name: named("Holding"), steps: [named("Low"), named("Fork")] },
      { what: "layout", role: "rep" },
    ]);
    expect((await chen.ask(`/api/v1/fields/${id}/uses`)).status).toBe(403);
    const away = () => mei.write("PATCH", `/fields/${id}`, { version: 1, archived: true });
    expect((await away()).json).toMatchObject({
      code: "FIELD_IN_USE",
      values: { process: "holding" },
      whoCanClear: [{ role: "admin" }],
    });
    const without = processDefinitionSchema.parse({ ...ladder, key: "holding" });
    const [house, admin] = [server.firm.house, server.firm.as("mei")];
    const draft = { commandId: randomUUID(), key: "holding", definition: without, rev: 0, base: 1 };
    const { version: rev } = await saveDraft(house, draft, admin);
    await publishProcess(
      house,
      { commandId: randomUUID(), key: "holding", rev: Number(rev), base: 1 },
      admin,
      async () => 0,
    );
    expect(codesIn(await away())).toEqual([]);
  });
});
