import { randomUUID } from "node:crypto";
import { machineReason } from "@sluice/problems";
import type { ProcessDefinitionInput } from "@sluice/process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";

const call = (id: string, name: { en: string; zh: string }) => ({
  id,
  kind: "action" as const,
  stage: "handing",
  name,
  block: "webhook",
  inputs: { url: { value: "https://warehouse.example/" } },
  retries: 0,
});

/** Reserves stock, which can be taken back, then books a truck. */
const handOver: ProcessDefinitionInput = {
  format: 2,
  key: "handOver",
  name: { en: "Hand-over", zh: "移交" },
  kind: "side",
  recordType: "customer",
  nodes: [
    {
      id: "start",
      kind: "start",
      name: { en: "Begin", zh: "开始" },
      trigger: { on: "manual" },
      concurrency: "parallel",
    },
    {
      id: "handing",
      kind: "stage",
      key: "handing",
      order: 1,
      name: { en: "Handing over", zh: "移交中" },
      entry: "stock",
    },
    { ...call("stock", { en: "Reserve stock", zh: "预留库存" }), compensateWith: "webhook" },
    call("truck", { en: "Book the truck", zh: "预订车辆" }),
    { id: "done", kind: "stage", key: "done", order: 2, name: { en: "Handed over", zh: "已移交" }, final: "done" },
  ],
  edges: [
    { id: "begin", from: "start", to: "handing" },
    { id: "then", from: "stock", to: "truck" },
    { id: "over", from: "truck", to: "done" },
  ],
};

/** Asks people whom nobody finds, and refuses then. */
const askNobody: ProcessDefinitionInput = {
  ...handOver,
  key: "askNobody",
  nodes: [
    ...handOver.nodes.filter(({ kind }) => kind === "start"),
    { id: "asking", kind: "stage", key: "asking", order: 1, name: { en: "Asking", zh: "征询中" }, entry: "ask" },
    {
      id: "ask",
      kind: "task",
      stage: "asking",
      name: { en: "Give an opinion", zh: "给出意见" },
      who: [{ by: "expression", expression: "[]" }],
      onEmpty: { do: "refuse" },
    },
    { id: "asked", kind: "stage", key: "asked", order: 2, name: { en: "Asked", zh: "已征询" }, final: "done" },
  ],
  edges: [
    { id: "begin", from: "start", to: "asking" },
    { id: "over", from: "ask", to: "asked" },
  ],
};

interface CaseAnswer {
  readonly incidents: readonly { readonly message: string; readonly canCompensate: boolean }[];
  readonly waits: readonly { readonly text: string }[];
  readonly effects: readonly {
    readonly nodeName: string;
    readonly isUndoing: boolean;
    readonly error: string | null;
  }[];
  readonly events: readonly { readonly title: string }[];
}

describe("what fails in a case, as its reader reads it", () => {
  let server: TestServer;
  let admin: Browser;
  let recordId: string;
  beforeAll(async () => {
    server = await aServer();
    await server.firm.publish(handOver, askNobody);
    recordId = await server.firm.aCustomer();
    admin = aBrowser(server);
    await admin.signIn(server.emailOf("mei"));
  });
  afterAll(() => server[Symbol.asyncDispose]());

  const start = (process: string, language: string) =>
    admin.ask("/trpc/cases.start", {
      method: "POST",
      body: { commandId: randomUUID(), process, recordType: "customer", recordId },
      headers: { "x-sluice-language": language },
    });
  const seen = async (caseId: string, language: string): Promise<CaseAnswer> => {
    const input = encodeURIComponent(JSON.stringify({ id: caseId }));
    const answer = await admin.ask(`/trpc/cases.get?input=${input}`, { headers: { "x-sluice-language": language } });
    return (answer.json as { result: { data: CaseAnswer } }).result.data;
  };

  it("says why in both languages, and offers undoing as long as there is something to undo", async () => {
    const { caseId } = ((await start("handOver", "en")).json as { result: { data: { caseId: string } } }).result.data;
    const { carrier, door } = server.firm;
    const ref = { caseId, epoch: await carrier.epoch() };
    const wanted = async (): Promise<string> =>
      String(
        (
          await server.firm.rows<{ key: string }>(
            "SELECT key FROM effect WHERE case_id = $1 AND status = 'wanted' ORDER BY wanted_at DESC LIMIT 1",
            [caseId],
          )
        )[0]?.key,
      );
    const stock = await wanted();
    await carrier.begin(ref, stock);
    await carrier.done(ref, stock, { status: 200, answer: null });
    const truck = await wanted();
    await carrier.begin(ref, truck);
    await carrier.failed(ref, truck, machineReason("answered", { status: 422 }), false);

    const [english, chinese] = [await seen(caseId, "en"), await seen(caseId, "zh")];
    expect(english.incidents).toMatchObject([
      { message: "“Book the truck” failed: the other side answered HTTP 422.", canCompensate: true },
    ]);
    expect(chinese.incidents).toMatchObject([
      { message: "“预订车辆”执行失败：对方返回HTTP 422。", canCompensate: true },
    ]);
    expect(chinese.waits.map(({ text }) => text)).toEqual(["停在“预订车辆”，异常处理后继续"]);
    expect(chinese.effects.map(({ error }) => error)).toEqual([null, "对方返回HTTP 422"]);
    expect(chinese.events.at(-1)?.title).toBe("“预订车辆”失败：对方返回HTTP 422");

    const [incident] = await server.firm.rows<{ key: string }>("SELECT key FROM incident WHERE case_id = $1", [caseId]);
    await door.intervene(
      { commandId: randomUUID(), caseId, act: { do: "compensate", incident: String(incident?.key) }, reason: "needed" },
      server.firm.as("mei"),
    );

    const undone = await seen(caseId, "en");
    expect(undone.incidents).toMatchObject([{ canCompensate: false }]);
    expect(undone.effects.map(({ nodeName, isUndoing }) => [nodeName, isUndoing])).toEqual([
      ["Reserve stock", false],
      ["Book the truck", false],
      ["Reserve stock", true],
    ]);
  });

  it.each([
    { language: "en", says: "Nobody was found for “Give an opinion”." },
    { language: "zh", says: "“给出意见”没有找到处理人。" },
  ])("refuses by the step's own name in $language", async ({ language, says }) => {
    const refused = await start("askNobody", language);

    expect(refused.text).toContain(says);
  });
});
