import { randomUUID } from "node:crypto";
import { factKeyOf, type ProcessDefinitionInput } from "@sluice/process";
import { lookUpFacts, patchPerson } from "@sluice/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aBrowser } from "../support/aBrowser.ts";
import { aField } from "../support/aField.ts";
import { aQuoteDesk } from "../support/aQuoteDesk.ts";
import { aServer, type TestServer } from "../support/aServer.ts";

const named = (text: string) => ({ en: text, zh: text });
const values = (language: "en" | "zh"): string =>
  [
    "record.customer.grade",
    "record.total",
    "record.discount",
    "record.validUntil",
    "record.owner",
    "case.initiatorId",
    "case.decidedBy",
    "case.openedAt",
    "record.costTotal",
  ]
    .map((path) => `shown(${path.replaceAll(".", ".?")}, "${language}")`)
    .join(" + ' | ' + ");

const mail = (id: string, text: string) => ({
  id,
  kind: "action" as const,
  stage: "open",
  name: named(id),
  block: "mail",
  await: false,
  inputs: {
    to: { value: "someone@example.com" },
    subject: { value: "x" },
    text: { expression: text },
  },
});

const telling: ProcessDefinitionInput = {
  format: 2,
  key: "telling",
  name: named("Telling"),
  kind: "side",
  recordType: "quote",
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" } },
    { id: "open", kind: "stage", key: "open", order: 1, name: named("Open"), entry: "agree" },
    {
      id: "agree",
      kind: "approval",
      stage: "open",
      name: named("Agree"),
      who: [{ by: "role", role: "finance" }],
      mode: { by: "any" },
      onEmpty: { do: "admin" },
    },
    mail("english", values("en")),
    mail("chinese", values("zh")),
    mail("inside", `shown(record.?costSheet.?createdAt, "en") + " " + shown(record.?costSheet.?createdBy, "en")`),
    {
      id: "notice",
      kind: "action",
      stage: "open",
      name: named("Notice"),
      block: "notice",
      inputs: {
        people: { value: [{ by: "owner" }] },
        subject: {
          expression: `{"en": "Agreed by " + shown(case.decidedBy, "en"), "zh": shown(case.decidedBy, "zh") + "已同意"}`,
        },
      },
    },
    { id: "over", kind: "stage", key: "over", order: 2, name: named("Over"), final: "done" },
  ],
  edges: [
    { id: "begin", from: "start", to: "open" },
    { id: "yes", from: "agree", to: "english", on: { kind: "outcome", outcome: "approved" } },
    { id: "w2", from: "english", to: "chinese" },
    { id: "w3", from: "chinese", to: "inside" },
    { id: "w4", from: "inside", to: "notice" },
    { id: "w5", from: "notice", to: "over" },
  ],
};

describe("what a process writes to people", () => {
  let server: TestServer;
  let caseId: string;
  let quoteId: string;

  beforeAll(async () => {
    server = await aServer();
    const { firm } = server;
    await firm.publish(telling);
    const desk = await aQuoteDesk(firm);
    await desk.patch("customer", desk.customer, { grade: "key" });
    const sold = await desk.aSignedQuote();
    quoteId = sold.id;
    await desk.patch("quote", sold.id, { discount: "0.15" });
    firm.clock.set("2026-11-26T06:05:00.000Z");
    const begun = await firm.door.startCase(
      { commandId: randomUUID(), process: "telling", recordType: "quote", recordId: sold.id },
      firm.as("chen"),
    );
    caseId = String(begun.caseId);
    const [task] = await firm.rows<{ id: string }>("SELECT id FROM task WHERE case_id = $1", [caseId]);
    await firm.door.actOnTask(
      { commandId: randomUUID(), taskId: String(task?.id), act: { do: "approve" } },
      firm.as("zhao"),
    );
    firm.clock.set(null);
  });
  afterAll(() => server[Symbol.asyncDispose]());

  it("says amounts, shares, choices, dates and people as they read in each language", async () => {
    const effects = await server.firm.rows<{ node: string; input: { readonly text: string } }>(
      "SELECT node, input FROM effect WHERE case_id = $1 AND node <> 'inside' ORDER BY node DESC",
      [caseId],
    );
    expect(effects.map(({ node, input }) => [node, input.text])).toEqual([
      [
        "english",
        "Key account | ¥850.00 | 15% | 31 December 2030 | Chen Rui | Chen Rui | Zhao Min | 26 November 2026, 14:05 | ¥742.00",
      ],
      [
        "chinese",
        "重点客户 | ¥850.00 | 15% | 2030年12月31日 | Chen Rui | Chen Rui | Zhao Min | 2026年11月26日 14:05 | ¥742.00",
      ],
    ]);
    const [notice] = await server.firm.rows("SELECT subject FROM notice WHERE case_id = $1", [caseId]);
    expect(notice?.["subject"]).toEqual({ en: "Agreed by Zhao Min", zh: "Zhao Min已同意" });
  });

  it("names everybody of the firm one after the other in one step, though none can be foreseen", async () => {
    const { firm } = server;
    await aField(firm, { key: "c_witness", type: "reference", refersTo: "person" });
    const ids = Object.values(firm.people);
    const step = (id: string, block: string, inputs: Record<string, { value: unknown } | { expression: string }>) =>
      ({ id, kind: "action", stage: "open", name: named(id), block, inputs }) as const;
    const steps = ids.flatMap((personId, index) => [
      step(`set${index}`, "setFields", { c_witness: { value: personId } }),
      step(`told${index}`, "notice", {
        people: { value: [{ by: "owner" }] },
        subject: { expression: `{"en": shown(record.?c_witness, "en"), "zh": "见证"}` },
      }),
    ]);
    const way = [...steps.map(({ id }) => id), "over"];
    await firm.publish({
      format: 2,
      key: "witnessed",
      name: named("Witnessed"),
      kind: "side",
      recordType: "customer",
      nodes: [
        { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" } },
        { id: "open", kind: "stage", key: "open", order: 1, name: named("Open"), entry: "set0" },
        ...steps,
        { id: "over", kind: "stage", key: "over", order: 2, name: named("Over"), final: "done" },
      ],
      edges: [
        { id: "begin", from: "start", to: "open" },
        ...way.slice(1).map((to, index) => ({ id: `w${index}`, from: String(way[index]), to })),
      ],
    } as ProcessDefinitionInput);
    const begun = await firm.door.startCase(
      { commandId: randomUUID(), process: "witnessed", recordType: "customer", recordId: await firm.aCustomer() },
      firm.as("chen"),
    );
    const told = await firm.rows<{ subject: { en: string } }>("SELECT subject FROM notice WHERE case_id = $1", [
      String(begun.caseId),
    ]);
    const names = await firm.rows<{ name: string }>("SELECT name FROM person WHERE id = ANY($1)", [ids]);
    expect(names.length).toBeGreaterThanOrEqual(8);
    expect(told.map(({ subject }) => subject.en).toSorted()).toEqual(names.map(({ name }) => name).toSorted());
  });

  it("knows what everybody is called, those who have left too, and nobody else", async () => {
    const { firm } = server;
    const [sofia] = await firm.rows<{ version: number }>("SELECT version FROM person WHERE id = $1", [
      firm.people.sofia,
    ]);
    await patchPerson(
      firm.house,
      { commandId: randomUUID(), id: firm.people.sofia, version: Number(sofia?.version), fields: { active: false } },
      firm.as("mei"),
    );
    const asked = [
      firm.people.chen,
      firm.people.chen.toUpperCase(),
      firm.people.sofia,
      `${firm.people.chen}0`,
      randomUUID(),
      "created:1",
      "",
    ];
    const keys = asked.map((personId) => factKeyOf({ fact: "nameOf", personId }));
    const facts = await lookUpFacts(firm.house, keys, {
      record: { type: "quote", id: quoteId },
      initiatorId: null,
      at: "2026-11-26T06:05:00.000Z",
    });
    expect(keys.map((key) => facts[key])).toEqual(["Chen Rui", "Chen Rui", "Sofia Brandt", null, null, null, null]);
  });

  it("tells by its evidence no field to a rep whom it is hidden from, and who acted to all", async () => {
    const seenBy = async (name: "chen" | "mei"): Promise<string> => {
      const browser = aBrowser(server);
      await browser.signIn(server.emailOf(name));
      return (await browser.ask(`/api/v1/cases/${caseId}`)).text;
    };
    const [reps, admins] = [await seenBy("chen"), await seenBy("mei")];
    expect([reps, admins].map((text) => /"742(\.0+)?"/u.test(text))).toEqual([false, true]);
    expect([reps, admins].map((text) => text.includes("Zhao Min"))).toEqual([true, true]);
    expect(reps).not.toContain("¥742.00");
  });

  it("tells by its evidence neither the clock nor the name that a text took from a hidden field", async () => {
    const [told] = await server.firm.rows<{ used: Record<string, string>; text: string }>(
      `SELECT case_event.used, effect.input ->> 'text' AS text FROM effect
      JOIN case_event ON case_event.case_id = effect.case_id AND case_event.used::text LIKE '%costSheet.createdAt%'
      WHERE effect.case_id = $1 AND effect.node = 'inside'`,
      [caseId],
    );
    const used = told?.used ?? {};
    const createdAt = used[factKeyOf({ fact: "field", path: "costSheet.createdAt" })] ?? "";
    const wall = used[factKeyOf({ fact: "wallTime", at: createdAt })] ?? "";
    expect([createdAt, wall].map((it) => /^2\d{3}-/u.test(it))).toEqual([true, true]);
    const browser = aBrowser(server);
    await browser.signIn(server.emailOf("chen"));
    const { text } = await browser.ask(`/api/v1/cases/${caseId}`);
    const { events } = JSON.parse(text) as { events: { used: { label: string; value: unknown }[] }[] };
    const lines = events.flatMap((event) => event.used);
    expect(lines.filter(({ label }) => label.startsWith("Cost sheet ·")).map(({ value }) => value)).toEqual([
      "•••",
      "•••",
    ]);
    expect([createdAt, wall, String(told?.text)].filter((it) => text.includes(it))).toEqual([]);
  });
});
