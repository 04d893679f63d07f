import { recordSchemas, vouchedMilestones } from "@sluice/domain";
import { compile, proofFindings, Simulation, type ProcessDefinition, type SimulatedWorld } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { templateOf } from "../index.ts";

const template = templateOf("specialPrice");
const plan = compile(template, recordSchemas);

const aFirm: SimulatedWorld = {
  people: [
    { id: "rep", roles: ["rep"], managerId: "boss", department: "sales" },
    { id: "boss", roles: ["salesManager"], managerId: "head", department: "sales" },
    { id: "head", roles: ["generalManager"] },
    { id: "cfo", roles: ["finance"] },
  ],
  record: { id: "q1", number: "Q-2026-000001", name: "Line 3", stage: "draft", margin: "0.3", total: "1000.00" },
  ownerId: "rep",
};

const asked = (record: SimulatedWorld["record"], by = "rep"): Simulation => {
  const simulation = new Simulation(
    plan,
    { ...aFirm, record: { ...aFirm.record, ...record } },
    "2026-11-23T02:00:00.000Z",
    by,
  );
  simulation.start();
  return simulation;
};

const DECIDERS = { salesHead: "boss", finance: "cfo", generalManager: "head" } as const;

/** Everybody who is asked approves, in the order in which they are. */
const approvedBy = (simulation: Simulation): readonly string[] => {
  const steps: string[] = [];
  for (;;) {
    const open = [...simulation.tasks.values()].find((task) => task.open);
    if (!open) return steps;
    steps.push(open.node);
    simulation.act(DECIDERS[open.node as keyof typeof DECIDERS], open.node, { do: "approve" });
  }
};

describe("a special price", () => {
  it.each([
    { name: "asks nobody at the usual margin", margin: "0.25", steps: [] },
    { name: "asks the sales head just under it", margin: "0.2499", steps: ["salesHead"] },
    { name: "asks the sales head alone at a thin margin", margin: "0.15", steps: ["salesHead"] },
    { name: "asks finance too just under it", margin: "0.1499", steps: ["salesHead", "finance"] },
    { name: "asks finance last at cost", margin: "0", steps: ["salesHead", "finance"] },
    { name: "asks the general manager below it", margin: "-0.0001", steps: ["salesHead", "finance", "generalManager"] },
  ])("$name", ({ margin, steps }) => {
    const price = asked({ margin });

    expect(approvedBy(price)).toEqual(steps);
    expect(price.state).toMatchObject({ status: "ended", outcome: "done" });
    expect(price.writes).toContainEqual({
      write: "setField",
      path: "priceAgreedAt",
      value: "2026-11-23T02:00:00.000Z",
    });
  });

  it.each([
    { name: "before it is costed", record: { margin: null } },
    { name: "once it is submitted", record: { stage: "approval" } },
  ])("is not asked for $name", ({ record }) => {
    const price = asked(record);

    expect(price.refusals.map(({ code }) => code)).toEqual(["GUARD_CLOSED"]);
    expect([...price.tasks.values()]).toEqual([]);
  });

  it("is not agreed once anybody who is asked refuses", () => {
    const price = asked({ margin: "0.1" });
    price.act("boss", "salesHead", { do: "approve" });
    price.act("cfo", "finance", { do: "reject" }, "Too thin");

    expect(price.state).toMatchObject({ status: "ended", outcome: "void" });
    expect(price.writes.filter(({ write }) => write === "setField")).toEqual([]);
  });

  it("is decided by somebody else where the sales head asks", () => {
    const price = asked({ margin: "0.2" }, "boss");

    expect([...price.tasks.values()].filter((task) => task.open).map(({ people }) => people)).toEqual([["head"]]);
  });
});

describe("finance added above an amount", () => {
  const settings: { readonly lockRecord: boolean } = { lockRecord: false };
  const withFinance = ({ lockRecord }: typeof settings): ProcessDefinition => ({
    ...template,
    nodes: [
      ...template.nodes,
      { id: "amount", kind: "branch", stage: "asked", name: { en: "Amount", zh: "金额" } },
      {
        ...(template.nodes.find(({ id }) => id === "finance") as Extract<
          ProcessDefinition["nodes"][number],
          { kind: "approval" }
        >),
        id: "largeFinance",
        name: { en: "Finance, large amount", zh: "大额财务审批" },
        lockRecord,
      },
    ],
    edges: [
      ...template.edges.filter(({ id }) => id !== "usual"),
      ...template.edges.filter(({ id }) => id === "usual").map((edge) => ({ ...edge, to: "amount" })),
      {
        id: "large",
        from: "amount",
        to: "largeFinance",
        on: { kind: "when", when: "record.total > 500000", order: 1 },
      },
      { id: "small", from: "amount", to: "agreed", on: { kind: "default" } },
      { id: "largeYes", from: "largeFinance", to: "agreed", on: { kind: "outcome", outcome: "approved" } },
      { id: "largeNo", from: "largeFinance", to: "refused", on: { kind: "outcome", outcome: "rejected" } },
      { id: "largeBack", from: "largeFinance", to: "refused", on: { kind: "outcome", outcome: "withdrawn" } },
    ] as ProcessDefinition["edges"],
  });
  const failing = (lockRecord: boolean) =>
    proofFindings(withFinance({ lockRecord }), { schemas: recordSchemas, vouched: vouchedMilestones }).map(
      ({ code, path }) => `${code} ${path}`,
    );

  it("is caught: the price can be lowered while finance decides, past the sales head", () => {
    expect(failing(false)).toContain("CONTROL_POINT_FAILS controls.0");
  });

  it("keeps the ladder once the quote is locked meanwhile", () => {
    expect(failing(true)).toEqual([]);
  });
});
