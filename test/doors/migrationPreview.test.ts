import { randomUUID } from "node:crypto";
import { NO_MAPPING, type ProcessDefinitionInput } from "@sluice/process";
import { migrationPreview, type PreviewWish } from "@sluice/records";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type StaffName, type TestFirm } from "../support/aFirm.ts";
import { codesOf } from "../support/codesOf.ts";
import { errand } from "../support/processes.ts";
import { publishAhead } from "../support/publishAhead.ts";

/** The errand without its call: whoever waits for it stands nowhere. */
const withoutCall: ProcessDefinitionInput = {
  ...errand,
  nodes: errand.nodes
    .filter(({ id }) => id !== "call")
    .map((node) => (node.kind === "stage" && node.id === "doing" ? { ...node, entry: "thank" } : node)),
  edges: (errand.edges ?? []).filter(({ id }) => id !== "toThank"),
};

describe("what would come of cases that are taken over", () => {
  let firm: TestFirm;
  const caseIds: string[] = [];
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(errand);
    await publishAhead(firm, withoutCall);
    for (let index = 0; index < 5; index += 1) {
      const recordId = await firm.aCustomer();
      const command = { commandId: randomUUID(), process: "errand", recordType: "customer", recordId };
      caseIds.push(String((await firm.door.startCase(command, firm.as("chen"))).caseId));
    }
    for (const caseId of caseIds.slice(3)) {
      const [task] = await firm.rows<{ id: string }>("SELECT id FROM task WHERE case_id = $1", [caseId]);
      for (const act of [{ do: "claim" }, { do: "complete", outcome: "called" }] as const)
        await firm.door.actOnTask({ commandId: randomUUID(), taskId: String(task?.id), act }, firm.as("chen"));
    }
    const reason = "not needed";
    const cancel = { commandId: randomUUID(), caseId: String(caseIds[4]), act: { do: "cancel" }, reason } as const;
    await firm.door.intervene(cancel, firm.as("mei"));
  });
  afterAll(() => firm.close());

  const preview = (wish: Partial<PreviewWish> = {}, by: StaffName = "mei") =>
    migrationPreview(
      firm.house,
      { process: "errand", from: 1, to: 2, mapping: NO_MAPPING, timers: "kept", ...wish },
      firm.as(by),
    );
  const everything = () =>
    firm.rows(
      'SELECT (SELECT json_agg(c ORDER BY id) FROM "case" c) AS cases, (SELECT count(*) FROM case_event) AS events',
    );

  it("is told by verdict, with the cases and what stands against each; those that have ended are none of them", async () => {
    const { of, counts, cases, next } = await preview();
    expect([of, next]).toEqual([4, null]);
    expect(counts).toEqual({ moves: 1, needsMapping: 3, waitsForEver: 0, repeatsEffect: 0, cannot: 0 });
    const moving = cases.filter(({ verdict }) => verdict === "moves").map(({ caseId }) => caseId);
    expect(moving).toEqual([caseIds[3]]);
    expect(cases.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(
      Array.from({ length: 3 }, () => "MIGRATION_NEEDS_MAPPING"),
    );
  });

  it("is another one once it is said what the step has become", async () => {
    const { counts } = await preview({ mapping: { ...NO_MAPPING, nodes: { call: "thank" } } });
    expect(counts).toMatchObject({ moves: 4, needsMapping: 0 });
  });

  it.each([
    { name: "at a step", filter: { node: "call" }, of: 3 },
    { name: "at another", filter: { node: "thank" }, of: 1 },
    { name: "in a stage, by its id", filter: { node: "doing" }, of: 4 },
    { name: "in a stage, by its key", filter: { stage: "over" }, of: 0 },
    { name: "of a department", filter: { department: "sales" }, of: 4 },
    { name: "of another one", filter: { department: "nobody's" }, of: 0 },
  ])("is asked of those that are meant: $name", async ({ filter, of }) => {
    const { department, ...others } = filter as { readonly department?: string };
    const [row] = await firm.rows<{ id: string }>("SELECT id FROM department WHERE name ->> 'en' = 'Sales'");
    const meant = department === "sales" ? String(row?.id) : department && randomUUID();
    const seen = await preview({ filter: { ...others, department: meant } });
    expect([seen.of, seen.cases.length]).toEqual([of, of]);
  });

  it("comes in pages that together hold every case once", async () => {
    const pages = [];
    for (let after: string | null | undefined; after !== null; after = pages.at(-1)?.next ?? null)
      pages.push(await preview({ limit: 2, ...(after === undefined ? {} : { after }) }));
    const seen = pages.flatMap(({ cases }) => cases.map(({ caseId }) => caseId));
    expect(pages.map(({ cases }) => cases.length)).toEqual([2, 2, 0]);
    expect(seen.toSorted()).toEqual(caseIds.slice(0, 4).toSorted());
  });

  it("changes nothing", async () => {
    const before = await everything();
    await preview({ mapping: { ...NO_MAPPING, nodes: { call: "thank" } } });
    expect(await everything()).toEqual(before);
  });

  it.each([
    { name: "by somebody who is no admin", wish: {}, by: "chen", code: "NOT_ALLOWED" },
    { name: "to a version that was never published", wish: { to: 9 }, by: "mei", code: "NOT_FOUND" },
  ] as const)("is refused $name", async ({ wish, by, code }) => {
    expect(await codesOf(preview(wish, by))).toEqual([code]);
  });
});
