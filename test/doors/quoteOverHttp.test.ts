import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aServer, type TestServer } from "../support/aServer.ts";

interface Data<T> {
  readonly result: { readonly data: T };
}
interface Made {
  readonly recordId: string;
  readonly caseId: string;
}
interface Move {
  readonly id: string;
  readonly open: boolean;
  readonly problems: readonly {
    readonly code: string;
    readonly message: string;
    readonly start?: string;
    readonly whoCanClear: readonly { readonly label: string }[];
  }[];
}
interface Inbox {
  readonly items: readonly {
    readonly id: string;
    readonly caseId: string;
    readonly kind: string;
    readonly name: string;
    readonly record: { readonly title: string };
  }[];
}

let server: TestServer;
let chen: Browser;
let li: Browser;
let zhao: Browser;
let wang: Browser;
let tom: Browser;
let quote: Made;
let sheet: Made;
beforeAll(async () => {
  server = await aServer();
  [chen, li, zhao, wang, tom] = [
    aBrowser(server),
    aBrowser(server),
    aBrowser(server),
    aBrowser(server),
    aBrowser(server),
  ];
  await chen.signIn(server.emailOf("chen"));
  await li.signIn(server.emailOf("li"));
  await zhao.signIn(server.emailOf("zhao"));
  await wang.signIn(server.emailOf("wang"));
  await tom.signIn(server.emailOf("tom"));
  const product = (
    await tom.write("POST", "/products", {
      fields: { sku: "V-1", name: "Valve", unit: "pcs", listPrice: "100", cost: "60", currency: "CNY" },
    })
  ).json as Made;
  const customer = (await chen.write("POST", "/customers", { fields: { name: "Hengtai" } })).json as Made;
  const made = await chen.write("POST", "/quotes", {
    fields: {
      name: "Valve line",
      customer: customer.recordId,
      currency: "CNY",
      validUntil: "2030-12-31",
      discount: "0.18",
      note: "keep this between us",
      lines: [{ product: product.recordId, description: "Valve", quantity: "10", unit: "pcs", listPrice: "100" }],
    },
  });
  if (made.status !== 201) throw new Error(made.text);
  quote = made.json as Made;
});
afterAll(() => server[Symbol.asyncDispose]());

const data = <T>(answer: { readonly json: unknown }): T => (answer.json as Data<T>).result.data;
const submitOf = async (browser: Browser): Promise<Move | undefined> =>
  data<Move[]>(await browser.query("quotes.missing", { id: quote.recordId })).find((move) => move.id === "submit");
const taskIn = async (browser: Browser, caseId: string) =>
  data<Inbox>(await browser.query("tasks.inbox", {})).items.find((task) => task.caseId === caseId);

interface Notices {
  readonly items: readonly { readonly text: string; readonly at: string; readonly isRead: boolean }[];
}

/** The rep urges; the manager, and she alone, is told, and it stays new until she says that she has read it. */
const toldAndRead = async (taskId: string): Promise<void> => {
  const urged = await chen.mutate("tasks.act", { taskId, act: { do: "urge" } });
  expect(urged.status, urged.text).toBe(200);
  const told = data<Notices>(await wang.query("notices.list", {})).items[0];
  expect(told).toMatchObject({ text: "Manager approval", isRead: false, record: { title: "Valve line" } });
  expect(data<Notices>(await chen.query("notices.list", {})).items).toEqual([]);
  expect(data(await wang.query("notices.count"))).toEqual({ unread: 1 });
  await chen.mutate("notices.read", { until: told?.at });
  expect(data(await wang.query("notices.count"))).toEqual({ unread: 1 });
  const read = await wang.mutate("notices.read", { until: told?.at });
  expect(read.status, read.text).toBe(200);
  expect(data(await wang.query("notices.count"))).toEqual({ unread: 0 });
};

describe("a quote that waits for its costing, over HTTP", () => {
  it("says beforehand what is missing, who can clear it and what would start that", async () => {
    const submit = await submitOf(chen);
    expect(submit).toMatchObject({ open: false, problems: [{ code: "COST_NOT_SIGNED", start: "costSignOff" }] });
    expect(submit?.problems[0]?.whoCanClear.map((who) => who.label).join()).toMatch(/finance|costEngineer/);
  });

  it("refuses to be submitted by REST and tRPC, and to be printed, with the same code", async () => {
    const byRest = await chen.write("POST", `/cases/${quote.caseId}/moves/submit`, {});
    const byTrpc = await chen.mutate("cases.move", { caseId: quote.caseId, move: "submit" });
    const printed = await chen.ask(`/files/quotes/${quote.recordId}.pdf`);
    expect([byRest.status, byTrpc.status, printed.status]).toEqual([422, 422, 422]);
    expect((byRest.json as { code: string }).code).toBe("COST_NOT_SIGNED");
    expect((printed.json as { code: string }).code).toBe("COST_NOT_SIGNED");
    expect(byTrpc.text).toContain("COST_NOT_SIGNED");
    expect((await zhao.ask(`/files/quotes/${quote.recordId}.pdf`)).status).toBe(422);
    expect((await tom.ask(`/api/v1/cases/${quote.caseId}`)).status).toBe(200);
  });

  it("starts its costing once, however often it is asked for with one key", async () => {
    const key = crypto.randomUUID();
    const first = await chen.write("POST", `/quotes/${quote.recordId}/costing`, {}, key);
    const again = await chen.write("POST", `/quotes/${quote.recordId}/costing`, {}, key);
    expect(first.status, first.text).toBe(201);
    expect(again.text).toBe(first.text);
    sheet = first.json as Made;
  });

  it("puts the costing into the engineer's inbox, then the signing into finance's", async () => {
    const task = await taskIn(li, sheet.caseId);
    expect(task).toMatchObject({ kind: "task", name: "Cost the quote" });
    expect(await taskIn(wang, sheet.caseId)).toBeUndefined();
    const opened = data<{
      acts: string[];
      form: { path: string; access: string }[];
      task: { outcomes: { key: string }[] };
    }>(await li.query("tasks.get", { id: task?.id }));
    expect(opened.form).toContainEqual({ path: "lines", access: "required" });
    expect(opened.acts).toContain("complete");
    const lines = (await chen.ask(`/api/v1/quotes/${quote.recordId}`)).json as { fields: { lines: { id: string }[] } };
    const costs = [
      { kind: "material", quoteLine: lines.fields.lines[0]?.id, description: "Valve", quantity: "10", unitCost: "60" },
    ];
    const done = await li.write("POST", `/tasks/${task?.id}/decisions`, {
      act: { do: "complete", outcome: "costed" },
      form: { lines: costs, validUntil: "2030-12-31" },
    });
    expect(done.status, done.text).toBe(200);
    const signing = await taskIn(zhao, sheet.caseId);
    expect(signing).toMatchObject({ kind: "approval" });
    expect(
      (await li.write("POST", `/tasks/${signing?.id}/decisions`, { act: { do: "approve" } })).status,
    ).toBeGreaterThanOrEqual(400);
    const signed = await zhao.write("POST", `/tasks/${signing?.id}/decisions`, {
      act: { do: "approve" },
      comment: "fine",
    });
    expect(signed.status, signed.text).toBe(200);
    await server.firm.settle();
  });

  it("then submits, and the manager decides in her inbox", async () => {
    expect(await submitOf(chen)).toMatchObject({ open: true, problems: [] });
    const moved = await chen.write("POST", `/cases/${quote.caseId}/moves/submit`, {});
    expect(moved.status, moved.text).toBe(200);
    await server.firm.settle();
    const task = await taskIn(wang, quote.caseId);
    expect(task).toMatchObject({ kind: "approval", record: { title: "Valve line" } });
    expect(data<{ open: number }>(await wang.query("tasks.count")).open).toBeGreaterThan(0);
    await toldAndRead(task?.id ?? "");
    const approved = await wang.mutate("tasks.act", { taskId: task?.id, act: { do: "approve" } });
    expect(approved.status, approved.text).toBe(200);
    const printed = await chen.ask(`/files/quotes/${quote.recordId}.pdf`);
    expect(printed.status, printed.text).toBe(200);
    expect(printed.headers.get("content-disposition")).toMatch(/^attachment; filename="Q-/);
    expect(printed.text).toContain("820 CNY");
    for (const language of ["en", "zh"] as const)
      expect((await chen.ask(`/files/quotes/${quote.recordId}.pdf?language=${language}`)).text).toContain(
        `CNY ${language}`,
      );
    expect((await chen.ask(`/files/quotes/${quote.recordId}.pdf?language=x`)).text).toMatch(/CNY (en|zh)/);
  });

  it("tells its whole way on the case page: path, evidence, decisions, and no cost to those who may not see it", async () => {
    const view = data<{
      case: { status: string; stage: { key: string } };
      events: { type: string; title: string; actorName: string; used: { label: string; value: unknown }[] }[];
      decisions: { verdict: string; by: { name: string }; seen: { fields: { path: string }[] } }[];
      visited: string[];
      moves: Move[];
      definition: { key: string };
    }>(await chen.query("cases.get", { id: quote.caseId }));
    expect(view.case).toMatchObject({ status: "running", stage: { key: "approved" } });
    expect(view.events.map((event) => event.title)).toContain("Took “Submit”");
    expect(view.events.map((event) => event.actorName)).toContain("Wang Fang");
    expect(view.decisions).toMatchObject([{ by: { name: "Wang Fang" } }]);
    expect(view.decisions[0]?.seen.fields.find(({ path }) => path === "stage")).toMatchObject({
      value: "approval",
      name: "In approval",
    });
    expect(view.visited).toContain("managerApproval");
    expect(view.moves.map((move) => move.id)).toContain("send");
    const zh = await chen.ask(`/trpc/cases.get?input=${encodeURIComponent(JSON.stringify({ id: quote.caseId }))}`, {
      headers: { "x-sluice-language": "zh" },
    });
    expect(zh.text).toContain("执行“提交”");
    const sheetView = await chen.query("cases.get", { id: sheet.caseId });
    expect(sheetView.text).not.toContain('"unitCost":"60"');
    const sheetTask = await server.firm.rows<{ id: string }>(
      "select id from task where case_id = $1 and kind = 'task'",
      [sheet.caseId],
    );
    const task = await chen.query("tasks.get", { id: sheetTask[0]?.id });
    expect(task.text).not.toContain('"unitCost"');
  });

  it("is found by search, listed among the cases, and counted on the canvas", async () => {
    expect(data<{ id: string }[]>(await chen.query("search.all", { q: "Valve" })).map((hit) => hit.id)).toContain(
      quote.recordId,
    );
    expect(
      data<{ items: { id: string }[] }>(await chen.query("cases.list", { process: "quote" })).items.map((it) => it.id),
    ).toContain(quote.caseId);
    const sofia = aBrowser(server);
    await sofia.signIn(server.emailOf("sofia"));
    expect(data<{ items: unknown[] }>(await sofia.query("cases.list", {})).items).toEqual([]);
    expect((await sofia.query("cases.get", { id: quote.caseId })).status).toBe(404);
    expect(
      data<{ node: string; open: number }[]>(await chen.query("processes.live", { key: "quote" })).length,
    ).toBeGreaterThan(0);
    const resting = { key: "quote", node: "approved" };
    expect(data<{ caseId: string }[]>(await chen.query("processes.waiting", resting)).map((it) => it.caseId)).toEqual([
      quote.caseId,
    ]);
    expect(data<unknown[]>(await sofia.query("processes.waiting", resting))).toEqual([]);
    expect(
      data<{ key: string; running: number }[]>(await chen.query("processes.list")).find((it) => it.key === "quote")
        ?.running,
    ).toBe(1);
  });

  it("is revised over HTTP, and the revision is costed anew", async () => {
    const revised = await chen.write("POST", `/quotes/${quote.recordId}/revisions`, {});
    expect(revised.status, revised.text).toBe(201);
    const { caseId } = revised.json as Made;
    const move = await chen.write("POST", `/cases/${caseId}/moves/submit`, {});
    expect((move.json as { code: string }).code).toBe("COST_NOT_SIGNED");
  });
});
