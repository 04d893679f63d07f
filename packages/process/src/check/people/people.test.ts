import { describe, expect, it } from "vitest";
import { ann, branch, codesIn, day, findingsIn, work, type Check } from "../../simulate/aChecked.ts";
import { approvalOf, aProcess, guardOf, type StepDraft } from "../../simulate/aProcess.ts";

const initiator = [{ by: "initiator" as const }];
const persons = (count: number) => [
  {
    by: "person" as const,
    personIds: Array.from({ length: count }, (_, at) => `00000000-0000-4000-8000-00000000000${at}`),
  },
];
const leftAfter = (amount: number) => ({
  stages: {
    work: {
      entry: "a",
      steps: { a: approvalOf(["ann"], { sla: { due: { ...day, amount: 2 } } }) },
      moves: { late: { to: "off", trigger: { by: "timer" as const, after: { ...day, amount } } } },
    },
    off: { final: "void" as const },
  },
  wires: [["start", "work"] as const],
});

const daysOf = (amount: number) => ({ ...day, amount });
/** A stage that may last so long, with an approval due within two days. */
const lasting = (after: typeof day, warnAfter?: typeof day) =>
  work({ a: approvalOf(["ann"], { sla: { due: daysOf(2) } }) }, [], {
    ageLimit: { after, ...(warnAfter ? { warnAfter } : {}) },
  });
const answeredBy = (role: string) => work({ a: ann }, [], { owner: [{ by: "role", role }] });

const permitting = (permissions: NonNullable<StepDraft["permissions"]>) => work({ a: { ...ann, permissions } });

const byTime = (verdict: "approve" | "reject") =>
  approvalOf(["ann"], { sla: { due: day, ladder: [{ after: day, action: { do: verdict } }] } });
const bounded = (when: string) =>
  work({ g: guardOf("deny", when), c: { kind: "join" }, a: byTime("approve") }, [
    ["g", "c"],
    ["c", "a"],
  ]);
const branched = (when: string) =>
  work({ b: branch, x: ann, a: byTime("approve") }, [
    ["b", "x", `when ${when}`],
    ["b", "a", "default"],
  ]);

const cases: readonly Check[] = [
  {
    code: "EVERYBODY_EXCLUDED",
    has: work({ a: approvalOf([], { who: initiator, onSelf: "skip" }) }),
    hasNot: work({ a: approvalOf([], { who: initiator, onSelf: "manager" }) }),
  },
  {
    code: "EVERYBODY_EXCLUDED",
    has: work({ a: approvalOf([], { who: initiator, onSelf: "allow", noSelfEver: true }) }),
    hasNot: work({ a: approvalOf([], { who: initiator, onSelf: "allow" }) }),
  },
  {
    code: "QUORUM_OUT_OF_REACH",
    has: work({ a: approvalOf([], { who: persons(2), mode: { by: "quorum", count: 3 } }) }),
    hasNot: work({ a: approvalOf([], { who: persons(3), mode: { by: "quorum", count: 3 } }) }),
  },
  { code: "APPROVER_CANNOT_READ", has: work({ a: approvalOf(["bob"]) }), hasNot: work({ a: approvalOf(["ann"]) }) },
  { code: "APPROVER_READS_OWN_ONLY", has: work({ a: approvalOf(["cat"]) }), hasNot: work({ a: approvalOf(["ann"]) }) },
  { code: "DUE_AFTER_ITS_STAGE", has: aProcess(leftAfter(1)), hasNot: aProcess(leftAfter(2)) },
  { code: "DUE_AFTER_ITS_STAGE", has: lasting(daysOf(1)), hasNot: lasting(daysOf(2)) },
  { code: "AGE_WARNING_TOO_LATE", has: lasting(daysOf(2), daysOf(2)), hasNot: lasting(daysOf(2), daysOf(1)) },
  {
    code: "AGE_LIMIT_NEVER",
    has: aProcess({ stages: { work: { final: "done", ageLimit: { after: day } } }, wires: [["start", "work"]] }),
    hasNot: aProcess({ stages: { work: { ageLimit: { after: day } } }, wires: [["start", "work"]] }),
  },
  { code: "APPROVER_CANNOT_READ", has: answeredBy("bob"), hasNot: answeredBy("ann") },
  { code: "APPROVER_READS_OWN_ONLY", has: answeredBy("cat"), hasNot: answeredBy("ann") },
  { code: "UNKNOWN_ROLE", has: answeredBy("nobody"), hasNot: answeredBy("ann") },
  { code: "UNKNOWN_ROLE", has: permitting({ evidence: ["nobody"] }), hasNot: permitting({ evidence: ["ann"] }) },
  {
    code: "UNKNOWN_ROLE",
    has: permitting({ intervene: [{ by: "role", role: "nobody" }] }),
    hasNot: permitting({ intervene: [{ by: "role", role: "ann" }] }),
  },
  {
    code: "EXPRESSION_INVALID",
    has: permitting({ intervene: [{ by: "expression", expression: "record." }] }),
    hasNot: permitting({ intervene: [{ by: "expression", expression: "record.owner" }] }),
  },
  {
    code: "NOBODY_MAY_BE_FOUND",
    has: work({ a: { kind: "task", who: [{ by: "manager" }], onEmpty: { do: "incident" } } }),
    hasNot: work({ a: { kind: "task", who: [{ by: "manager" }] } }),
  },
  {
    code: "VERDICT_ON_TASK",
    has: work({
      a: {
        kind: "task",
        who: [{ by: "owner" }],
        sla: { due: day, ladder: [{ after: day, action: { do: "approve" } }] },
      },
    }),
    hasNot: work({
      a: approvalOf(["ann"], { sla: { due: day, ladder: [{ after: day, action: { do: "approve" } }] } }),
    }),
  },
  {
    code: "ESCALATION_TO_SAME",
    has: work({
      a: approvalOf(["ann"], {
        sla: { due: day, ladder: [{ after: day, action: { do: "addSigner", who: [{ by: "role", role: "ann" }] } }] },
      }),
    }),
    hasNot: work({
      a: approvalOf(["ann"], {
        sla: { due: day, ladder: [{ after: day, action: { do: "addSigner", who: [{ by: "role", role: "bob" }] } }] },
      }),
    }),
  },
  { code: "APPROVED_BY_TIME_UNBOUNDED", has: work({ a: byTime("approve") }), hasNot: work({ a: byTime("reject") }) },
  { code: "APPROVED_BY_TIME", has: bounded("record.total <= 1000"), hasNot: bounded("record.total > 1000") },
  {
    code: "APPROVED_BY_TIME",
    has: bounded("record.?total.orValue(0) < 5 && record.name == 'a'"),
    hasNot: bounded("record.?total.orValue(0) < 5 || record.name == 'a'"),
  },
  { code: "APPROVED_BY_TIME_UNBOUNDED", has: bounded("record.name < 'a'"), hasNot: bounded("record.total < 5") },
  {
    code: "APPROVED_BY_TIME_UNBOUNDED",
    has: branched("record.total > 5 && record.name == 'a'"),
    hasNot: branched("record.total > 5"),
  },
  { code: "NO_TIME_LIMIT", has: work({ a: ann }), hasNot: work({ a: approvalOf(["ann"], { sla: { due: day } }) }) },
  {
    code: "QUORUM_UNCLEAR",
    has: work({ a: approvalOf(["ann"], { mode: { by: "quorum" } }) }),
    hasNot: work({ a: approvalOf(["ann"], { mode: { by: "quorum", count: 1 } }) }),
  },
];

describe("checks of the people", () => {
  it.each(cases)("find $code, and not in its neighbour", ({ code, has, hasNot }) => {
    expect(codesIn(has)).toContain(code);
    expect(codesIn(hasNot)).not.toContain(code);
  });

  it("name a place and speak both languages", () => {
    for (const { has } of cases)
      for (const finding of findingsIn(has))
        expect([
          finding.node ?? finding.edge ?? finding.path,
          finding.message.en !== "",
          /\p{Script=Han}/u.test(finding.message.zh),
        ]).toEqual([expect.any(String), true, true]);
  });
});
