import { randomUUID } from "node:crypto";
import { processDefinitionSchema, type ProcessDefinitionInput } from "@sluice/process";
import {
  cancelWhatIf,
  endWhatIfs,
  listWhatIfCases,
  patchPerson,
  readNewestWhatIf,
  readWhatIf,
  runWhatIf,
  startWhatIf,
} from "@sluice/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { whatIfDesk } from "../../server/src/whatIf/whatIfDesk.ts";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { aQuoteDesk } from "../support/aQuoteDesk.ts";
import { codesOf } from "../support/codesOf.ts";
import { eventually } from "../support/eventually.ts";

const named = (text: string) => ({ en: text, zh: text });

const release = (
  large: string,
  more: { readonly nodes?: ProcessDefinitionInput["nodes"]; readonly after?: string } = {},
): ProcessDefinitionInput => ({
  format: 2,
  key: "release",
  name: named("Release"),
  kind: "side",
  recordType: "quote",
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
    { id: "asking", kind: "stage", key: "asking", order: 1, name: named("Asking"), entry: "large" },
    { id: "large", kind: "branch", stage: "asking", name: named("Large") },
    {
      id: "ask",
      kind: "approval",
      stage: "asking",
      name: named("Ask"),
      who: [{ by: "role", role: "salesManager" }],
      mode: { by: "any" },
      onEmpty: { do: "incident" },
    },
    ...(more.nodes ?? []),
    { id: "free", kind: "stage", key: "free", order: 2, name: named("Free"), final: "won" },
    { id: "kept", kind: "stage", key: "kept", order: 3, name: named("Kept"), final: "lost" },
  ],
  edges: [
    { id: "begin", from: "start", to: "asking" },
    { id: "isLarge", from: "large", to: "ask", on: { kind: "when", when: large, order: 1 } },
    { id: "isSmall", from: "large", to: "free", on: { kind: "default" } },
    { id: "yes", from: "ask", to: more.after ?? "free", on: { kind: "outcome", outcome: "approved" } },
    { id: "no", from: "ask", to: "kept", on: { kind: "outcome", outcome: "rejected" } },
    ...(more.after === undefined
      ? []
      : [
          { id: "yes2", from: more.after, to: "free", on: { kind: "outcome" as const, outcome: "approved" } },
          { id: "no2", from: more.after, to: "kept", on: { kind: "outcome" as const, outcome: "rejected" } },
        ]),
  ],
});

const LARGE = "record.total > decimal('500')";

const withFinance = release(LARGE, {
  after: "finance",
  nodes: [
    {
      id: "finance",
      kind: "approval",
      stage: "asking",
      name: named("Finance"),
      who: [{ by: "role", role: "finance" }],
      mode: { by: "any" },
      onEmpty: { do: "incident" },
    },
  ],
});

describe("a draft over the closed cases of its process", () => {
  let firm: TestFirm;
  let desk: Awaited<ReturnType<typeof aQuoteDesk>>;

  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(release(LARGE));
    desk = await aQuoteDesk(firm);
    const close = async (quantity: string, act: "approve" | "reject" | null) => {
      const product = await desk.create(
        "product",
        { sku: `SKU-${randomUUID()}`, name: "Valve", unit: "pcs", listPrice: "100", cost: "60", currency: "CNY" },
        "tom",
      );
      const quote = await desk.create("quote", {
        name: "Valves",
        customer: desk.customer,
        currency: "CNY",
        validUntil: "2030-12-31",
        lines: [{ product: product.id, description: "Valve", quantity, unit: "pcs", listPrice: "100" }],
      });
      const { caseId } = await firm.door.startCase(
        { commandId: randomUUID(), process: "release", recordType: "quote", recordId: quote.id },
        firm.as("chen"),
      );
      if (act === null) return;
      const [task] = await firm.rows<{ id: string }>("SELECT id FROM task WHERE case_id = $1 AND status = 'open'", [
        caseId,
      ]);
      await firm.door.actOnTask(
        { commandId: randomUUID(), taskId: String(task?.id), act: { do: act }, comment: "said" },
        firm.as("wang"),
      );
    };
    await close("10", "approve");
    await close("10", "reject");
    await close("1", null);
    await firm.settle();
    const [customer] = await firm.rows<{ version: number }>("SELECT version FROM customer WHERE id = $1", [
      desk.customer,
    ]);
    await firm.door.patchRecord(
      "customer",
      { commandId: randomUUID(), id: desk.customer, version: Number(customer?.version), fields: { name: "Renamed" } },
      firm.as("wang"),
    );
    const [zhao] = await firm.rows<{ version: number }>("SELECT version FROM person WHERE id = $1", [firm.people.zhao]);
    await patchPerson(
      firm.house,
      { commandId: randomUUID(), id: firm.people.zhao, version: Number(zhao?.version), fields: { roles: ["rep"] } },
      firm.as("mei"),
    );
  });
  afterAll(() => firm.close());

  const wish = (definition: ProcessDefinitionInput) => ({
    commandId: randomUUID(),
    definition: processDefinitionSchema.parse(definition),
    from: "2026-01-01T00:00:00.000Z",
    until: "2099-01-01T00:00:00.000Z",
    seed: "7",
    assumptions: {},
  });

  const run = async (definition: ProcessDefinitionInput) => {
    const { recordId } = await startWhatIf(firm.house, wish(definition), firm.as("mei"));
    const id = String(recordId);
    await runWhatIf(desk.reads, id);
    const { status, summary } = await readWhatIf(desk.reads, id, firm.as("mei"));
    const all = { id, kind: null, after: null, limit: 100 };
    return { id, status, summary, cases: await listWhatIfCases(desk.reads, all, firm.as("mei")) };
  };

  it("goes no other way when nothing is changed", async () => {
    const { status, summary, cases } = await run(release(LARGE));
    expect({ status, cases }).toEqual({ status: "done", cases: [] });
    expect(summary).toMatchObject({ cases: 3, comparable: 3, otherwise: 0, flipped: 0, open: 0 });
  });

  it("flips what a higher limit lets through, and keeps the decisions where it does not", async () => {
    const { summary, cases } = await run(release("record.total > decimal('1000')"));
    expect(summary).toMatchObject({ comparable: 3, flipped: 1, fewer: { cases: 2, approvals: 2 } });
    expect(cases.map(({ kinds }) => kinds).toSorted((one, other) => other.length - one.length)).toEqual([
      ["flipped", "fewer", "otherwise"],
      ["fewer", "otherwise"],
    ]);
    expect(cases[0]?.detail).toMatchObject({ saw: { total: "1000" } });
  });

  it("asks at a new step whoever had the role then, whatever they are today", async () => {
    const { summary } = await run(withFinance);
    expect(summary).toMatchObject({ comparable: 3, flipped: 0, more: { cases: 1, approvals: 1 } });
    expect(summary?.drawn).toEqual([{ node: "finance", from: "assumed", cases: 1 }]);
    expect(summary?.load.map(({ personId }) => personId)).toContain(firm.people.zhao);
  });

  it("reads a field that no case looked at as it was, not as it stands today", async () => {
    const { summary } = await run(release("record.customer.name == 'Hengtai Machinery'"));
    expect(summary).toMatchObject({ comparable: 3, otherwise: 1, more: { cases: 1 } });
    expect((await run(release("record.customer.name == 'Renamed'"))).summary).toMatchObject({
      comparable: 3,
      otherwise: 2,
    });
  });

  it("compares cases although a text of the draft says names, clocks and amounts that nobody asked for then", async () => {
    const text = `shown(record.?owner, "en") + shown(case.decidedBy, "en") + shown(record.?total, "en") + shown(now, "en")`;
    const telling = { people: { value: [{ by: "owner" }] }, subject: { expression: text } };
    const draft = release(LARGE);
    const nodes = draft.nodes.map((node) =>
      node.id === "free" ? { ...node, entryActions: [{ block: "notice", inputs: telling }] } : node,
    ) as ProcessDefinitionInput["nodes"];
    const { summary } = await run({ ...draft, nodes });
    expect(summary).toMatchObject({ cases: 3, comparable: 3, flipped: 0, unknown: [] });
  });

  it("says which question nobody can answer as of then", async () => {
    const { summary, cases } = await run(release("record.?costCleared.orValue(false)"));
    expect(summary).toMatchObject({ cases: 3, comparable: 0 });
    expect(summary?.unknown).toEqual([{ why: '{"fact":"field","path":"costCleared"}', cases: 3 }]);
    expect(cases.map(({ kinds }) => kinds)).toEqual([["unknown"], ["unknown"], ["unknown"]]);
  });

  it("is begun, looked at and cancelled by those who draw processes", async () => {
    await expect(codesOf(startWhatIf(firm.house, wish(release(LARGE)), firm.as("wang")))).resolves.toEqual([
      "NOT_ALLOWED",
    ]);
    await expect(codesOf(readNewestWhatIf(desk.reads, "release", firm.as("chen")))).resolves.toEqual(["NOT_ALLOWED"]);
    const begun = await startWhatIf(firm.house, wish(release(LARGE)), firm.as("mei"));
    const id = String(begun.recordId);
    await cancelWhatIf(firm.house, { commandId: randomUUID(), id }, firm.as("mei"));
    await runWhatIf(desk.reads, id);
    expect(await readNewestWhatIf(desk.reads, "release", firm.as("mei"))).toMatchObject({ id, status: "cancelled" });
    await expect(codesOf(cancelWhatIf(firm.house, { commandId: randomUUID(), id }, firm.as("mei")))).resolves.toEqual([
      "EVENT_NOT_APPLICABLE",
    ]);
  });

  it("runs in a thread of the server, once for an id, and ends with the server", async () => {
    const faults: unknown[] = [];
    const told = (cause: unknown): void => void faults.push(cause);
    const desk2 = whatIfDesk({ reads: desk.reads, databaseUrl: firm.db.url, onFault: told });
    const ids: string[] = [];
    for (const definition of [release("record.total > decimal('1000')"), release(LARGE)])
      ids.push(String((await startWhatIf(firm.house, wish(definition), firm.as("mei"))).recordId));
    const [first = "", second = ""] = ids;
    const statusOf = async (id: string) => (await readWhatIf(desk.reads, id, firm.as("mei"))).status;

    desk2.run(first);
    desk2.run(first);
    await eventually(
      () => statusOf(first),
      (status) => status === "done",
    );
    desk2.run(second);
    await desk2.stop();

    expect(await statusOf(second)).toBe("ended");
    expect(await readWhatIf(desk.reads, first, firm.as("mei"))).toMatchObject({ done: 3, summary: { flipped: 1 } });
    expect(faults).toEqual([]);
  });

  it("has ended once nothing is heard of whoever ran it", async () => {
    const begun = await startWhatIf(firm.house, wish(release(LARGE)), firm.as("mei"));
    const id = String(begun.recordId);
    expect((await readWhatIf(desk.reads, id, firm.as("mei"))).status).toBe("running");
    await firm.rows("UPDATE what_if SET beat_at = beat_at - interval '21 seconds' WHERE id = $1", [id]);
    expect((await readWhatIf(desk.reads, id, firm.as("mei"))).status).toBe("ended");
    await endWhatIfs(desk.reads.db, [id], "ended");
    expect(await firm.rows("SELECT status FROM what_if WHERE id = $1", [id])).toEqual([{ status: "ended" }]);
  });
});
