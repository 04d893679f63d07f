import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import type { Control } from "../definition/control.ts";
import { compile } from "../kernel/compile.ts";
import { aCase } from "../simulate/aCase.ts";
import { approvalOf, aProcess, type ProcessDraft } from "../simulate/aProcess.ts";
import { aTrial, pastOf } from "../simulate/pastOf.ts";
import { compare, isComparable } from "./compare.ts";
import { NOTHING_LEARNT } from "./learnt.ts";
import type { PastCase } from "./pastCase.ts";

/** Ann is asked above a total, then it is sent; whoever asked may send it at once. */
const asking = (limit: string): ProcessDraft => ({
  stages: {
    work: {
      entry: "large",
      steps: { large: { kind: "branch" }, ask: approvalOf(["ann", "ini"], { mode: { by: "any" }, onSelf: "allow" }) },
      moves: { send: { to: "sent", trigger: { by: "person" } } },
    },
    sent: { final: "won", milestone: "quote.sent" },
    kept: { final: "lost" },
  },
  wires: [
    ["start", "work"],
    ["large", "ask", `when record.total > decimal('${limit}')`],
    ["large", "sent", "default"],
    ["ask", "sent", "outcome approved"],
    ["ask", "kept", "outcome rejected"],
  ],
});

const sent = { at: "milestone", milestone: "quote.sent" } as const;
const approved = { at: "step", step: "ask", outcome: "approved" } as const;
const isAsked: Control = { id: "isAsked", must: "neverBefore", point: sent, before: [{ at: "step", step: "ask" }] };
const isCosted: Control = {
  id: "isCosted",
  must: "neverBefore",
  point: sent,
  before: [{ at: "milestone", milestone: "cost.cleared" }],
};
const notOwn: Control = { id: "notOwn", must: "notSamePerson", point: { at: "initiator" }, other: approved };
const large = (path: string): Control => ({
  id: "large",
  must: "passes",
  when: `record.${path} > decimal('100')`,
  through: approved,
  before: sent,
});

const past = (by: "ann" | "ini") => {
  const simulation = aCase(aProcess(asking("100")), { record: { total: "150" } });
  simulation.skipTo("2027-01-01T05:00:00.000Z");
  simulation.act(by, "ask", { do: "approve" });
  return simulation;
};

const rule =
  (reasons: readonly { readonly code: string }[]): PastCase["trail"] =>
  (fact) =>
    fact.fact === "rule" ? (reasons as never) : undefined;

const forbidden = (it: {
  readonly controls: readonly Control[];
  readonly limit?: string;
  readonly by?: "ann" | "ini";
  readonly trail?: PastCase["trail"];
}) => {
  const before = past(it.by ?? "ann");
  const plan = compile({ ...aProcess(asking(it.limit ?? "100")), controls: [...it.controls] }, recordSchemas);
  const compared = compare(pastOf(before, it.trail), { trial: aTrial(plan, before.plan), learnt: NOTHING_LEARNT });
  return isComparable(compared) ? { forbidden: compared.forbidden, outcome: compared.now.end.outcome } : compared;
};

describe("what the door would have held against a closed case", () => {
  it.each<{ name: string; given: Parameters<typeof forbidden>[0]; broken: readonly string[] }>([
    { name: "nothing, without a control point", given: { controls: [] }, broken: [] },
    { name: "nothing, where what must come before has come", given: { controls: [isAsked] }, broken: [] },
    {
      name: "that what must come before is left out by the draft",
      given: { controls: [isAsked], limit: "150" },
      broken: ["isAsked"],
    },
    { name: "that somebody approved their own", given: { controls: [notOwn], by: "ini" }, broken: ["notOwn"] },
    { name: "nothing, where somebody else approved it", given: { controls: [notOwn] }, broken: [] },
    {
      name: "that what is large passed nobody, as large as it was then",
      given: { controls: [large("total")], limit: "150" },
      broken: ["large"],
    },
    {
      name: "nothing that hangs on what nobody can tell of then",
      given: { controls: [large("effectiveDiscount")], limit: "150" },
      broken: [],
    },
    {
      name: "that no rule vouched for what must come before",
      given: { controls: [isCosted], trail: rule([{ code: "COST_NOT_SIGNED" }]) },
      broken: ["isCosted"],
    },
    { name: "nothing that a rule vouched for", given: { controls: [isCosted], trail: rule([]) }, broken: [] },
    { name: "nothing that a rule may have vouched for", given: { controls: [isCosted] }, broken: [] },
    {
      name: "everything at once, in the order in which it was broken",
      given: { controls: [isAsked, large("total"), notOwn], limit: "150", by: "ini" },
      broken: ["isAsked", "large"],
    },
  ])("$name; the way goes on as people decided", ({ given, broken }) => {
    expect(forbidden(given)).toEqual({ forbidden: broken, outcome: "won" });
  });
});
