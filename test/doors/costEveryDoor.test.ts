import { randomUUID } from "node:crypto";
import { Refusal, type Problem } from "@sluice/problems";
import type { ProcessDefinitionInput } from "@sluice/process";
import { readableRecord, reviseQuote } from "@sluice/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser, type Browser } from "../support/aBrowser.ts";
import { aQuoteDesk } from "../support/aQuoteDesk.ts";
import { aServer, type TestServer } from "../support/aServer.ts";

const named = (text: string) => ({ en: text, zh: text });

/** What an admin might draw to get round the rule: an order made by an action, as soon as it is started. */
const shortcut: ProcessDefinitionInput = {
  format: 2,
  key: "shortcut",
  name: named("Shortcut"),
  kind: "side",
  recordType: "quote",
  variables: [{ key: "order", name: named("Order"), type: "record" }],
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
    { id: "now", kind: "stage", key: "now", order: 1, name: named("Now"), entry: "order" },
    {
      id: "order",
      kind: "action",
      stage: "now",
      name: named("Make the order"),
      block: "createRecord",
      inputs: { recordType: { value: "order" }, fields: { expression: "{'quote': record.id}" } },
      outputs: { order: "record" },
    },
    { id: "over", kind: "stage", key: "over", order: 2, name: named("Over"), final: "done" },
  ],
  edges: [
    { id: "begin", from: "start", to: "now" },
    { id: "toOver", from: "order", to: "over" },
  ],
};

interface Told {
  readonly code: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly start?: string;
  readonly whoCanClear: readonly unknown[];
}

describe("an uncosted quote, at every door", () => {
  let server: TestServer;
  let chen: Browser;
  let desk: Awaited<ReturnType<typeof aQuoteDesk>>;
  let quote: { readonly id: string; readonly caseId: string };
  beforeAll(async () => {
    server = await aServer();
    await server.firm.publish(shortcut);
    desk = await aQuoteDesk(server.firm);
    quote = await desk.aQuote();
    chen = aBrowser(server);
    await chen.signIn(server.emailOf("chen"));
  });
  afterAll(() => server[Symbol.asyncDispose]());

  const command = () => ({ commandId: randomUUID() });
  const refusedBy = async (attempt: Promise<unknown>): Promise<readonly Problem[]> =>
    attempt.then(
      () => [],
      (error: unknown) => {
        if (error instanceof Refusal) return error.problems;
        throw error;
      },
    );
  const toldBy = async (answering: ReturnType<Browser["ask"]>): Promise<readonly Told[]> => {
    const { json } = await answering;
    const body = json as { problems?: Told[]; error?: { data: { problems: Told[] } } };
    return body.problems ?? body.error?.data.problems ?? [];
  };
  const door = () => server.firm.door;

  const doors: readonly { readonly name: string; readonly attempt: () => Promise<readonly Told[]> }[] = [
    {
      name: "the form, by tRPC",
      attempt: () => toldBy(chen.mutate("cases.move", { caseId: quote.caseId, move: "submit" })),
    },
    { name: "REST", attempt: () => toldBy(chen.write("POST", `/cases/${quote.caseId}/moves/submit`, {})) },
    {
      name: "an inline edit of its stage",
      attempt: async () => {
        const { version } = await desk.get("quote", quote.id);
        return toldBy(chen.mutate("quotes.patch", { id: quote.id, version, fields: { stage: "sent" } }));
      },
    },
    {
      name: "an inline edit by REST",
      attempt: async () => {
        const { version } = await desk.get("quote", quote.id);
        return toldBy(chen.write("PATCH", `/quotes/${quote.id}`, { version, fields: { stage: "approval" } }));
      },
    },
    {
      name: "an import of quotes that say they were sent",
      attempt: () =>
        refusedBy(
          door().createRecord(
            "quote",
            { ...command(), fields: { name: "Q", customer: desk.customer, currency: "CNY", stage: "sent" } },
            { personId: server.firm.people.chen, via: "import" },
          ),
        ),
    },
    {
      name: "an import of its order",
      attempt: () =>
        refusedBy(
          door().createRecord(
            "order",
            { ...command(), fields: { quote: quote.id } },
            { personId: server.firm.people.mei, via: "import" },
          ),
        ),
    },
    {
      name: "its order by REST",
      attempt: () => toldBy(chen.write("POST", "/orders", { fields: { quote: quote.id } })),
    },
    {
      name: "an action of a process",
      attempt: () =>
        refusedBy(
          door().startCase(
            { ...command(), process: "shortcut", recordType: "quote", recordId: quote.id },
            server.firm.as("chen"),
          ),
        ),
    },
    { name: "its print", attempt: () => toldBy(chen.ask(`/files/quotes/${quote.id}.pdf`)) },
    {
      name: "a revision of a costed quote",
      attempt: async () => {
        const signed = await desk.aSignedQuote();
        const { record } = await readableRecord(desk.reads, { type: "quote", id: signed.id }, server.firm.people.chen);
        const revised = await reviseQuote(door(), record, { ...command(), caller: server.firm.as("chen") });
        return refusedBy(
          door().moveCase({ ...command(), caseId: String(revised.caseId), move: "submit" }, server.firm.as("chen")),
        );
      },
    },
  ];

  it.each(doors)(
    "$name is refused with the same code, by whom it is cleared, and what starts that",
    async ({ attempt }) => {
      const told = (await attempt()).find((it) => it.code === "COST_NOT_SIGNED");
      expect(told).toMatchObject({ values: { reason: "none" }, start: "costSignOff" });
      expect(told?.whoCanClear.length).toBeGreaterThan(0);
    },
  );

  it("leaves nothing behind, but that it was tried", async () => {
    const { firm } = server;
    expect(await firm.rows("SELECT id FROM sales_order")).toEqual([]);
    expect(await firm.rows("SELECT DISTINCT stage FROM quote WHERE stage <> 'draft'")).toEqual([]);
    const [tried] = await firm.rows<{ count: number }>(
      "SELECT count(*)::int AS count FROM audit WHERE action = 'refused'",
    );
    expect(tried?.count).toBeGreaterThan(5);
  });
});
