import { recordSchemas } from "@sluice/domain";
import { problem } from "@sluice/problems";
import { compile, Simulation, type SimulatedWorld } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { templateOf } from "../index.ts";

const plan = compile(templateOf("quote"), recordSchemas);
const unsigned = [problem("COST_NOT_SIGNED", { reason: "unsigned" })];

const aFirm: SimulatedWorld = {
  people: [
    { id: "rep", roles: ["rep"], managerId: "boss", department: "sales" },
    { id: "boss", roles: ["salesManager"], managerId: "head", department: "sales" },
    { id: "head", roles: ["generalManager"] },
    { id: "cfo", roles: ["finance"] },
  ],
  record: {
    id: "q1",
    number: "Q-2026-000001",
    name: "Line 3",
    customer: "c1",
    "customer.email": "buyer@customer.example",
    validUntil: "2026-12-31",
    effectiveDiscount: "0.18",
    total: "1000.00",
    costCleared: true,
  },
  ownerId: "rep",
};

const begun = (world: Partial<SimulatedWorld> = {}, record: SimulatedWorld["record"] = {}): Simulation => {
  const simulation = new Simulation(
    plan,
    { ...aFirm, ...world, record: { ...aFirm.record, ...record } },
    "2026-11-23T02:00:00.000Z",
    "rep",
  );
  simulation.start();
  return simulation;
};

const codes = (simulation: Simulation) => simulation.refusals.map((it) => it.code);
const openAt = (simulation: Simulation) =>
  [...simulation.tasks.values()].filter((task) => task.open).map((task) => `${task.node}: ${task.people.join(",")}`);

describe("a quote", () => {
  it("is refused at submit while its cost sheet is not signed, with the rule's own code", () => {
    const quote = begun({ rules: { "quote.costSigned": unsigned } });

    quote.move("rep", "submit");

    expect(codes(quote)).toEqual(["COST_NOT_SIGNED"]);
    expect(quote.refusals[0]?.whoCanClear).toEqual([{ role: "finance" }]);
    expect(quote.state.stage).toBe("draft");
  });

  it.each([
    { name: "asks nobody at the limit", discount: "0.15", stage: "approved", open: [] },
    {
      name: "asks the manager just over the limit",
      discount: "0.1501",
      stage: "approval",
      open: ["managerApproval: boss"],
    },
  ])("$name", ({ discount, stage, open }) => {
    const quote = begun({}, { effectiveDiscount: discount });

    quote.move("rep", "submit");

    expect(quote.state.stage).toBe(stage);
    expect(openAt(quote)).toEqual(open);
  });

  it("waits again when its cost goes stale while the manager is asked, and goes on once it is signed", () => {
    const quote = begun();
    quote.move("rep", "submit");

    quote.change({ costCleared: false }, { "quote.costSigned": unsigned });
    expect(openAt(quote)).toEqual([]);
    expect(quote.state.waits.filter((wait) => wait.kind === "condition").map((wait) => wait.node)).toEqual([
      "approval",
      "costReady",
    ]);

    quote.change({ costCleared: true }, { "quote.costSigned": [] });
    expect(openAt(quote)).toEqual(["managerApproval: boss"]);
  });

  it("comes back to the manager who sent it back, as a new round", () => {
    const quote = begun();
    quote.move("rep", "submit");

    quote.act("boss", "managerApproval", { do: "sendBack" }, "Explain line 3");
    expect(openAt(quote)).toEqual(["managerApproval: rep"]);
    quote.act("rep", "managerApproval", { do: "complete", outcome: "resubmit" });

    expect(openAt(quote)).toEqual(["managerApproval: boss"]);
    expect([...quote.tasks.values()].at(-1)?.round).toBe(2);
  });

  it("goes from a deep discount through finance, print and mail to sent, is followed up, and becomes an order", () => {
    const quote = begun({}, { effectiveDiscount: "0.26" });
    quote.move("rep", "submit");
    quote.act("boss", "managerApproval", { do: "approve" });
    quote.act("cfo", "financeApproval", { do: "approve" });

    quote.move("rep", "send");
    quote.effectDone("printQuote", { file: "f1" });
    quote.effectDone("mailQuote", { messageId: "m1" });
    expect(quote.state.stage).toBe("sent");

    quote.skipTo("2026-12-01T02:00:00.000Z");
    expect(openAt(quote)).toEqual(["remindOwner: rep"]);

    quote.move("rep", "accept");
    expect(quote.state).toMatchObject({ status: "ended", outcome: "won", variables: { quoteFile: "f1" } });
    expect(quote.writes.filter((write) => write.write === "createRecord")).toMatchObject([
      { recordType: "order", fields: { quote: "q1" } },
    ]);
    expect(openAt(quote)).toEqual([]);
  });

  it("expires on the last moment of its validity", () => {
    const quote = begun({}, { effectiveDiscount: "0.05" });
    quote.move("rep", "submit");
    quote.move("rep", "send");
    quote.effectDone("printQuote", { file: "f1" });
    quote.effectDone("mailQuote");

    quote.skipTo("2027-01-01T00:00:00.000Z");

    expect(quote.state).toMatchObject({ status: "ended", outcome: "lost" });
  });
});
