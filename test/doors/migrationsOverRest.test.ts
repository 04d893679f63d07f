import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";
import { eventually } from "../support/eventually.ts";
import { errandOfNow, manyErrands } from "../support/manyErrands.ts";
import { errand } from "../support/processes.ts";
import { publishAhead } from "../support/publishAhead.ts";

describe("migrations, as programs ask for them", () => {
  let server: TestServer;
  let ids: readonly string[];
  const by = { mei: null, chen: null } as unknown as Record<"mei" | "chen", Browser>;
  beforeAll(async () => {
    server = await aServer();
    for (const name of ["mei", "chen"] as const) {
      by[name] = aBrowser(server);
      await by[name].signIn(server.emailOf(name));
    }
    await server.firm.publish({
      ...errand,
      nodes: errand.nodes.map((node) =>
        node.id === "call" && node.kind === "task" ? { ...node, name: { en: "Call them", zh: "致电客户" } } : node,
      ),
    });
    await publishAhead(server.firm, errandOfNow);
    ids = await manyErrands(server.firm, 6);
  });
  afterAll(() => server[Symbol.asyncDispose]());

  const post = async (name: "mei" | "chen", path: string, body: object = {}) => {
    const { status, json } = await by[name].write("POST", path, body);
    return { status, json: json as Record<string, unknown> };
  };
  const mapping = { nodes: { call: "ring" } };

  it("are looked at beforehand, with what stands against each case in the reader's words", async () => {
    const without = await post("mei", "/processes/errand/migrations/preview", { from: 1, to: 2 });
    expect([without.status, without.json["of"]]).toEqual([200, 6]);
    expect(without.json["counts"]).toMatchObject({ needsMapping: 6, moves: 0 });
    expect(JSON.stringify(without.json["cases"])).toContain("which the new version does not have");
    const preview = "/processes/errand/migrations/preview";
    const inChinese = { "x-sluice-language": "zh" };
    const chinese = await by.mei.write("POST", preview, { from: 1, to: 2 }, undefined, inChinese);
    expect(chinese.text).toContain("实例停留在“致电客户”");
    const mapped = await post("mei", "/processes/errand/migrations/preview", { from: 1, to: 2, mapping });
    expect(mapped.json["counts"]).toMatchObject({ needsMapping: 0, moves: 6 });
    expect((mapped.json["cases"] as { record: { type: string } }[]).map(({ record }) => record.type)).toEqual(
      Array.from({ length: 6 }, () => "customer"),
    );
  });

  it("are begun, followed, and taken back", async () => {
    const begun = await post("mei", "/processes/errand/migrations", { from: 1, to: 2, mapping, reason: "new" });
    expect(begun.status, JSON.stringify(begun.json)).toBe(201);
    const at = `/migrations/${String(begun.json["recordId"])}`;
    const ended = (status: string) =>
      eventually(
        () => by.mei.ask(`/api/v1${at}`),
        ({ json }) => (json as { status: string }).status === status,
      );
    expect((await ended("done")).json).toMatchObject({ left: 0, counts: { moves: 6 } });
    expect((await post("mei", `${at}/undo`)).json).toMatchObject({ code: "INPUT_INVALID" });
    expect((await post("mei", `${at}/undo`, { reason: "too early" })).status).toBe(200);
    expect((await ended("undone")).json).toMatchObject({
      undone: { undone: 6 },
      notBack: [],
    });
    expect((await post("mei", `${at}/go-on`)).json).toMatchObject({ code: "EVENT_NOT_APPLICABLE" });
  });

  it("are listed with who began them and why, and each version with how many cases run on it", async () => {
    const listed = await by.mei.query("migrations.list", { process: "errand" });
    const read = await by.mei.query("processes.get", { key: "errand" });

    expect(listed.json).toMatchObject({
      result: { data: [{ from: 1, to: 2, reason: "new", status: "undone", by: "Mei Lin" }] },
    });
    expect(read.json).toMatchObject({
      result: {
        data: {
          versions: [
            { version: 2, running: 0 },
            { version: 1, running: 6 },
          ],
        },
      },
    });
    expect((await by.chen.query("migrations.list", { process: "errand" })).status).toBe(403);
  });

  it("take one case over, and the case tells of it", async () => {
    const [id] = ids;
    const moved = await post("mei", `/cases/${id}/migrations`, { to: 2, mapping, reason: "only this" });
    expect(moved.status, JSON.stringify(moved.json)).toBe(200);
    const seen = await by.mei.ask(`/api/v1/cases/${id}`);
    expect(seen.text).toContain("Went over to version 2");
    expect(seen.text).toContain("only this");
  });

  it.each([
    { path: "/processes/errand/migrations/preview", body: { from: 1, to: 2 } },
    { path: "/processes/errand/migrations", body: { from: 1, to: 2, reason: "x" } },
  ])("are an admin's: $path", async ({ path, body }) => {
    const refused = await post("chen", path, body);
    expect([refused.status, refused.json["code"]]).toEqual([403, "NOT_ALLOWED"]);
  });
});
