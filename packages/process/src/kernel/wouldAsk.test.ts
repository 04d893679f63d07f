import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import { nodeSchema } from "../definition/node.ts";
import { factOf, type Facts } from "./fact.ts";
import type { Json } from "./json.ts";
import { type AskingNode, isAskingNode, planOfStep, wouldAsk } from "./wouldAsk.ts";

const name = { en: "It", zh: "它" };
const at = "2026-03-02T09:00:00Z";
const stepOf = (settings: object): AskingNode => {
  const node = nodeSchema.parse({ id: "it", stage: "s", name, ...settings });
  if (!isAskingNode(node)) throw new Error("asks nobody");
  return node;
};
const approval = (settings: object) =>
  stepOf({
    kind: "approval",
    who: [{ by: "role", role: "finance" }],
    mode: { by: "any" },
    onEmpty: { do: "pass" },
    ...settings,
  });

/** A firm in which each rule finds the people that stand under it. */
const firm: Readonly<Record<string, readonly string[]>> = { finance: ["fay", "ann"], manager: ["max"], admin: ["mei"] };

const answer = (key: string): Json => {
  const fact = factOf(key);
  if (fact.fact === "field") return fact.path === "total" ? "200" : null;
  if (fact.fact !== "people") throw new Error(`asked for ${fact.fact}`);
  return fact.rules.flatMap((rule) => {
    if (rule.by === "person") return rule.personIds.map((personId) => ({ personId }));
    return (firm[rule.by === "role" ? rule.role : rule.by] ?? []).map((personId) => ({ personId }));
  });
};

const whoIsAsked = (node: AskingNode, initiatorId: string | null = "ann"): unknown => {
  const plan = planOfStep({ node, recordType: "quote", variables: [] }, recordSchemas);
  let facts: Facts = {};
  for (let round = 0; round < 8; round += 1) {
    const told = wouldAsk(plan, node, { initiatorId, at, facts });
    if (!("needs" in told)) {
      if ("problems" in told) return told.problems.map(({ code }) => code);
      return told.otherwise ?? told.people.map(({ personId }) => personId);
    }
    facts = { ...facts, ...Object.fromEntries(told.needs.map((key) => [key, answer(key)])) };
  }
  return "asked too often";
};
const ida = "00000000-0000-4000-8000-000000000001";

describe("whom a step would ask", () => {
  it.each([
    {
      name: "a task: whom its rules find",
      node: stepOf({ kind: "task", who: [{ by: "role", role: "finance" }] }),
      is: ["fay", "ann"],
    },
    { name: "a copy", node: stepOf({ kind: "cc", who: [{ by: "role", role: "finance" }] }), is: ["fay", "ann"] },
    { name: "an approval: the manager instead of the initiator", node: approval({}), is: ["fay", "max"] },
    { name: "an approval of a stranger's request", node: approval({}), by: "zoe", is: ["fay", "ann"] },
    { name: "an approval that the initiator is left out of", node: approval({ onSelf: "skip" }), is: ["fay"] },
    { name: "nobody, which passes", node: approval({ who: [{ by: "role", role: "none" }] }), is: "pass" },
    {
      name: "nobody, so the admins",
      node: stepOf({ kind: "task", who: [{ by: "post", post: "none" }], onEmpty: { do: "admin" } }),
      is: ["mei"],
    },
    {
      name: "nobody, which is refused",
      node: stepOf({ kind: "task", who: [{ by: "post", post: "none" }], onEmpty: { do: "refuse" } }),
      is: ["NOBODY_FOUND"],
    },
    {
      name: "by an expression over the record",
      node: stepOf({ kind: "task", who: [{ by: "expression", expression: `record.total > 100 ? ["${ida}"] : []` }] }),
      is: [ida],
    },
    {
      name: "by an expression that cannot be answered: it fails closed",
      node: stepOf({ kind: "task", who: [{ by: "expression", expression: "vars.nobody.name" }] }),
      is: ["GUARD_BROKEN"],
    },
  ])("$name", ({ node, by, is }) => {
    expect(whoIsAsked(node, by)).toEqual(is);
  });

  it("throws for an expression that cannot be read, as compiling does", () => {
    const node = stepOf({ kind: "task", who: [{ by: "expression", expression: "record.total >" }] });

    expect(() => planOfStep({ node, recordType: "quote", variables: [] }, recordSchemas)).toThrow(/\S/);
  });
});
