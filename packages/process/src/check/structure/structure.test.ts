import { describe, expect, it } from "vitest";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import type { StartNode } from "../../nodes/start/schema.ts";
import { ann, branch, codesIn, day, findingsIn, moving, work, type Check } from "../../simulate/aChecked.ts";
import { aProcess, approvalOf, setting, timerOf, type StepDraft } from "../../simulate/aProcess.ts";

const split = { kind: "parallel" } as const;
const join = { kind: "join" } as const;

const lives = (recordType: string): ProcessDefinition => ({
  ...aProcess({ kind: "lifeCycle", stages: { one: { final: "done" } }, wires: [["start", "one"]] }),
  recordType,
});

const startedBy = (trigger: StartNode["trigger"]): ProcessDefinition => {
  const definition = work({ a: ann });
  const nodes = definition.nodes.map((node) => (node.kind === "start" ? { ...node, trigger } : node));
  return { ...definition, nodes };
};

const splitting = (third: readonly [string, string, string]): ProcessDefinition =>
  work({ p: { kind: "parallel", onError: { do: "follow" } }, a: ann, b: ann, j: join, x: ann }, [
    ["p", "a"],
    ["p", "b"],
    ["a", "j"],
    ["b", "j"],
    ["j", "x"],
    third,
  ]);

const cases: readonly Check[] = [
  {
    code: "SCHEDULE_INVALID",
    has: startedBy({ on: "schedule", cron: "0 9 * * 7", zone: "UTC" }),
    hasNot: startedBy({ on: "schedule", cron: "0 9 * * 6", zone: "UTC" }),
  },
  {
    code: "SCHEDULE_INVALID",
    has: startedBy({ on: "schedule", cron: "0 0 30 2 *", zone: "UTC" }),
    hasNot: startedBy({ on: "schedule", cron: "0 0 29 2 *", zone: "UTC" }),
  },
  {
    code: "ZONE_UNKNOWN",
    has: startedBy({ on: "schedule", cron: "0 9 * * 1", zone: "asia/shanghai" }),
    hasNot: startedBy({ on: "schedule", cron: "0 9 * * 1", zone: "Asia/Shanghai" }),
  },
  {
    code: "ZONE_UNKNOWN",
    has: startedBy({ on: "schedule", cron: "0 9 * * 1", zone: "+08:00" }),
    hasNot: startedBy({ on: "schedule", cron: "0 9 * * 1", zone: "Etc/GMT-8" }),
  },
  {
    code: "START_NOT_NAMED",
    has: startedBy({ on: "message", message: " " }),
    hasNot: startedBy({ on: "message", message: "paid" }),
  },
  {
    code: "START_NOT_NAMED",
    has: startedBy({ on: "webhook", hook: "" }),
    hasNot: startedBy({ on: "webhook", hook: "shop" }),
  },
  {
    code: "HOOK_TAKEN",
    has: startedBy({ on: "webhook", hook: "theirs" }),
    hasNot: startedBy({ on: "webhook", hook: "shop" }),
  },
  {
    code: "LIFE_CYCLE_BEGINS_WITH_RECORD",
    has: { ...startedBy({ on: "message", message: "paid" }), kind: "lifeCycle" },
    hasNot: { ...startedBy({ on: "recordCreated" }), kind: "lifeCycle" },
  },
  {
    code: "TIME_IN_CONDITION",
    has: startedBy({ on: "recordChanged", when: "has(record.validUntil) && record.validUntil < now" }),
    hasNot: startedBy({
      on: "schedule",
      cron: "0 9 * * 1",
      zone: "UTC",
      when: "has(record.validUntil) && record.validUntil < now",
    }),
  },
  {
    code: "NOT_A_CONDITION",
    has: startedBy({ on: "schedule", cron: "0 9 * * 1", zone: "UTC", when: "1 + 1" }),
    hasNot: startedBy({ on: "schedule", cron: "0 9 * * 1", zone: "UTC", when: "has(record.total)" }),
  },
  {
    code: "LACK_OF_SYNCHRONISATION",
    has: splitting(["p", "x", "default"]),
    hasNot: splitting(["p", "x", "error"]),
  },
  { code: "TWO_LIFE_CYCLES", has: lives("order"), hasNot: lives("quote") },
  { code: "UNREACHABLE", has: work({ a: ann, b: ann }), hasNot: work({ a: ann, b: ann }, [["a", "b"]]) },
  {
    code: "UNREACHABLE",
    has: aProcess({ stages: { one: {}, two: {} }, wires: [["start", "one"]] }),
    hasNot: aProcess({
      stages: { one: { moves: { go: { to: "two", trigger: { by: "person" } } } }, two: {} },
      wires: [["start", "one"]],
    }),
  },
  {
    code: "NO_WAY_OUT",
    has: aProcess({ kind: "lifeCycle", stages: { one: {} }, wires: [["start", "one"]] }),
    hasNot: aProcess({
      kind: "lifeCycle",
      stages: { one: { moves: { go: { to: "two", trigger: { by: "person" } } } }, two: { final: "done" } },
      wires: [["start", "one"]],
    }),
  },
  {
    code: "NO_WAY_OUT",
    has: work({ a: { kind: "end" } }, [], {}, { kind: "lifeCycle" }),
    hasNot: work({ a: { kind: "end" } }, [], { final: "done" }, { kind: "lifeCycle" }),
  },
  {
    code: "END_IN_OPEN_STAGE",
    has: work({ a: { kind: "end" } }, [], {}, { kind: "lifeCycle" }),
    hasNot: work({ a: { kind: "end" } }, [], { final: "done" }, { kind: "lifeCycle" }),
  },
  {
    code: "MOVE_NEVER_OPEN",
    has: aProcess({
      stages: { one: { final: "done", moves: { go: { to: "one", trigger: { by: "person" } } } } },
      wires: [["start", "one"]],
    }),
    hasNot: moving({ to: "a", trigger: { by: "person" } }),
  },
  {
    code: "WIRE_NEVER_TAKEN",
    has: work({ a: ann, b: ann }, [["a", "b", "when record.total > 1"]]),
    hasNot: work({ a: branch, b: ann }, [
      ["a", "b", "when record.total > 1"],
      ["a", "b", "default"],
    ]),
  },
  {
    code: "IMPLICIT_SPLIT",
    has: work({ a: ann, b: ann, c: ann }, [
      ["a", "b"],
      ["a", "c"],
    ]),
    hasNot: work({ a: split, b: ann, c: ann }, [
      ["a", "b"],
      ["a", "c"],
    ]),
  },
  {
    code: "MISSING_DEFAULT",
    has: work({ a: branch, b: ann }, [["a", "b", "when record.total > 1"]]),
    hasNot: work({ a: branch, b: ann }, [["a", "b", "default"]]),
  },
  {
    code: "OUTCOME_WITHOUT_WIRE",
    has: work({ a: approvalOf(["ann"]), b: ann }, [["a", "b", "outcome approved"]]),
    hasNot: work({ a: approvalOf(["ann"], { withdraw: "never" }), b: ann, c: ann }, [
      ["a", "b", "outcome approved"],
      ["a", "c", "outcome rejected"],
    ]),
  },
  {
    code: "OUTCOME_UNKNOWN",
    has: work({ a: approvalOf(["ann"]), b: ann }, [["a", "b", "outcome perhaps"]]),
    hasNot: work({ a: approvalOf(["ann"]), b: ann }, [["a", "b", "outcome sentBack"]]),
  },
  {
    code: "TIMEOUT_WITHOUT_WIRE",
    has: work({ a: { kind: "message", message: "paid", giveUpAfter: day } }),
    hasNot: work({ a: { kind: "message", message: "paid", giveUpAfter: day }, b: ann }, [["a", "b", "timeout"]]),
  },
  {
    code: "TIMEOUT_NEVER",
    has: work({ a: ann, b: ann }, [["a", "b", "timeout"]]),
    hasNot: work({ a: { ...(ann as object), sla: { due: day } } as StepDraft, b: ann }, [["a", "b", "timeout"]]),
  },
  {
    code: "ESCALATION_WITHOUT_WIRE",
    has: work({ a: approvalOf(["ann"], { sla: { due: day, ladder: [{ after: day, action: { do: "branch" } }] } }) }),
    hasNot: work(
      { a: approvalOf(["ann"], { sla: { due: day, ladder: [{ after: day, action: { do: "branch" } }] } }), b: ann },
      [["a", "b", "escalation"]],
    ),
  },
  {
    code: "LOOP_WITHOUT_WAIT",
    has: work({ a: setting("note", "'x'"), b: branch, c: ann }, [
      ["a", "b"],
      ["b", "a", "default*2"],
      ["b", "c", "when record.total > 1"],
    ]),
    hasNot: work({ a: timerOf(1), b: branch, c: ann }, [
      ["a", "b"],
      ["b", "a", "default*2"],
      ["b", "c", "when record.total > 1"],
    ]),
  },
  {
    code: "WAY_BACK_UNBOUNDED",
    has: work({ a: ann, b: ann, c: ann }, [
      ["a", "b"],
      ["b", "a", "outcome again"],
      ["b", "c"],
    ]),
    hasNot: work({ a: ann, b: ann, c: ann }, [
      ["a", "b"],
      ["b", "a", "outcome again*3"],
      ["b", "c"],
    ]),
  },
  {
    code: "LACK_OF_SYNCHRONISATION",
    has: work({ p: split, a: ann, b: ann, z: ann }, [
      ["p", "a"],
      ["p", "b"],
      ["a", "z"],
      ["b", "z"],
    ]),
    hasNot: work({ p: split, a: ann, b: ann, j: join, z: ann }, [
      ["p", "a"],
      ["p", "b"],
      ["a", "j"],
      ["b", "j"],
      ["j", "z"],
    ]),
  },
  {
    code: "LACK_OF_SYNCHRONISATION",
    has: work({ p: split, a: ann, b: ann, c: ann, j: join, z: ann }, [
      ["p", "a"],
      ["p", "b"],
      ["p", "c"],
      ["a", "j"],
      ["b", "j"],
      ["j", "z"],
      ["c", "z"],
    ]),
    hasNot: work({ p: split, a: ann, b: ann, c: ann, j: join, k: join, z: ann }, [
      ["p", "a"],
      ["p", "b"],
      ["p", "c"],
      ["a", "j"],
      ["b", "j"],
      ["j", "k"],
      ["c", "k"],
      ["k", "z"],
    ]),
  },
  {
    code: "SPLIT_CROSSES_STAGE",
    has: aProcess({
      stages: { one: { entry: "p", steps: { p: split, a: ann, b: ann } }, two: {} },
      wires: [
        ["start", "one"],
        ["p", "a"],
        ["p", "b"],
        ["a", "two"],
      ],
    }),
    hasNot: aProcess({
      stages: { one: { entry: "p", steps: { p: split, a: ann, b: ann, j: join } }, two: {} },
      wires: [
        ["start", "one"],
        ["p", "a"],
        ["p", "b"],
        ["a", "j"],
        ["b", "j"],
        ["j", "two"],
      ],
    }),
  },
  {
    code: "SEND_BACK_NOWHERE",
    has: work({ a: approvalOf(["ann"], { sendBack: { to: "previous" } }) }),
    hasNot: work({ t: ann, a: approvalOf(["ann"], { sendBack: { to: "previous" } }) }, [["t", "a"]]),
  },
];

describe("checks of the structure", () => {
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
