import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import type { ProcessDefinition } from "../definition/processDefinition.ts";
import { aProcess, approvalOf, guardOf, setting, taskOf, timerOf, type ProcessDraft, type StageDraft, type StepDraft, type WireDraft } from "../simulate/aProcess.ts";
import { checkDefinition } from "./checkDefinition.ts";
import type { CheckWorld } from "./checkWorld.ts";

const ann = taskOf("ann");
const split = { kind: "parallel" } as const;
const join = { kind: "join" } as const;
const branch = { kind: "branch" } as const;
const inBoth = { en: "it", zh: "它" };
const day = { amount: 1, unit: "day" as const, calendar: "elapsed" as const };
const world: CheckWorld = { schemas: recordSchemas, roles: ["ann", "bob"], posts: [], rules: ["quote.costSigned"], processes: ["other"] };

const work = (steps: NonNullable<StageDraft["steps"]>, wires: readonly WireDraft[] = [], stage: Partial<StageDraft> = {}, more: Partial<ProcessDraft> = {}): ProcessDefinition =>
  aProcess({ stages: { work: { entry: Object.keys(steps)[0] as string, ...stage, steps } }, wires: [["start", "work"], ...wires], ...more });

const condition = (when: string): ProcessDefinition => work({ b: branch, x: ann, y: ann }, [["b", "x", `when ${when}`], ["b", "y", "default"]]);
const moving = (move: NonNullable<StageDraft["moves"]>[string], stage: Partial<StageDraft> = {}): ProcessDefinition => work({ a: ann }, [], { moves: { go: move }, ...stage });
const table = (hit: "U" | "F", ...cells: string[]): StepDraft => ({ kind: "branch", table: { hit, inputs: [{ expression: "record.total" }], outputs: [{ variable: "level" }], rules: cells.map((cell) => ({ tests: [cell], results: ["x"] })) } });
const tableIn = (step: StepDraft) => work({ b: step, x: ann }, [["b", "x", "default"]]);

interface Case {
  readonly code: string;
  readonly has: ProcessDefinition;
  readonly hasNot: ProcessDefinition;
}

const structure: readonly Case[] = [
  { code: "UNREACHABLE", has: work({ a: ann, b: ann }), hasNot: work({ a: ann, b: ann }, [["a", "b"]]) },
  { code: "UNREACHABLE", has: aProcess({ stages: { one: {}, two: {} }, wires: [["start", "one"]] }), hasNot: aProcess({ stages: { one: { moves: { go: { to: "two", trigger: { by: "person" } } } }, two: {} }, wires: [["start", "one"]] }) },
  { code: "NO_WAY_OUT", has: aProcess({ kind: "lifeCycle", stages: { one: {} }, wires: [["start", "one"]] }), hasNot: aProcess({ kind: "lifeCycle", stages: { one: { moves: { go: { to: "two", trigger: { by: "person" } } } }, two: { final: "done" } }, wires: [["start", "one"]] }) },
  { code: "END_IN_OPEN_STAGE", has: work({ a: { kind: "end" } }, [], {}, { kind: "lifeCycle" }), hasNot: work({ a: { kind: "end" } }, [], { final: "done" }, { kind: "lifeCycle" }) },
  { code: "MOVE_NEVER_OPEN", has: aProcess({ stages: { one: { final: "done", moves: { go: { to: "one", trigger: { by: "person" } } } } }, wires: [["start", "one"]] }), hasNot: moving({ to: "a", trigger: { by: "person" } }) },
  { code: "WIRE_NEVER_TAKEN", has: work({ a: ann, b: ann }, [["a", "b", "when record.total > 1"]]), hasNot: work({ a: branch, b: ann }, [["a", "b", "when record.total > 1"], ["a", "b", "default"]]) },
  { code: "IMPLICIT_SPLIT", has: work({ a: ann, b: ann, c: ann }, [["a", "b"], ["a", "c"]]), hasNot: work({ a: split, b: ann, c: ann }, [["a", "b"], ["a", "c"]]) },
  { code: "MISSING_DEFAULT", has: work({ a: branch, b: ann }, [["a", "b", "when record.total > 1"]]), hasNot: work({ a: branch, b: ann }, [["a", "b", "default"]]) },
  { code: "OUTCOME_WITHOUT_WIRE", has: work({ a: approvalOf(["ann"]), b: ann }, [["a", "b", "outcome approved"]]), hasNot: work({ a: approvalOf(["ann"], { withdraw: "never" }), b: ann, c: ann }, [["a", "b", "outcome approved"], ["a", "c", "outcome rejected"]]) },
  { code: "OUTCOME_UNKNOWN", has: work({ a: approvalOf(["ann"]), b: ann }, [["a", "b", "outcome perhaps"]]), hasNot: work({ a: approvalOf(["ann"]), b: ann }, [["a", "b", "outcome sentBack"]]) },
  { code: "TIMEOUT_WITHOUT_WIRE", has: work({ a: { kind: "message", message: "paid", giveUpAfter: day } }), hasNot: work({ a: { kind: "message", message: "paid", giveUpAfter: day }, b: ann }, [["a", "b", "timeout"]]) },
  { code: "TIMEOUT_NEVER", has: work({ a: ann, b: ann }, [["a", "b", "timeout"]]), hasNot: work({ a: { ...(ann as object), sla: { due: day } } as StepDraft, b: ann }, [["a", "b", "timeout"]]) },
  { code: "ESCALATION_WITHOUT_WIRE", has: work({ a: approvalOf(["ann"], { sla: { due: day, ladder: [{ after: day, action: { do: "branch" } }] } }) }), hasNot: work({ a: approvalOf(["ann"], { sla: { due: day, ladder: [{ after: day, action: { do: "branch" } }] } }), b: ann }, [["a", "b", "escalation"]]) },
  { code: "LOOP_WITHOUT_WAIT", has: work({ a: setting("note", "'x'"), b: branch, c: ann }, [["a", "b"], ["b", "a", "default*2"], ["b", "c", "when record.total > 1"]]), hasNot: work({ a: timerOf(1), b: branch, c: ann }, [["a", "b"], ["b", "a", "default*2"], ["b", "c", "when record.total > 1"]]) },
  { code: "WAY_BACK_UNBOUNDED", has: work({ a: ann, b: ann, c: ann }, [["a", "b"], ["b", "a", "outcome again"], ["b", "c"]]), hasNot: work({ a: ann, b: ann, c: ann }, [["a", "b"], ["b", "a", "outcome again*3"], ["b", "c"]]) },
  { code: "LACK_OF_SYNCHRONISATION", has: work({ p: split, a: ann, b: ann, z: ann }, [["p", "a"], ["p", "b"], ["a", "z"], ["b", "z"]]), hasNot: work({ p: split, a: ann, b: ann, j: join, z: ann }, [["p", "a"], ["p", "b"], ["a", "j"], ["b", "j"], ["j", "z"]]) },
  { code: "LACK_OF_SYNCHRONISATION", has: work({ p: split, a: ann, b: ann, c: ann, j: join, z: ann }, [["p", "a"], ["p", "b"], ["p", "c"], ["a", "j"], ["b", "j"], ["j", "z"], ["c", "z"]]), hasNot: work({ p: split, a: ann, b: ann, c: ann, j: join, k: join, z: ann }, [["p", "a"], ["p", "b"], ["p", "c"], ["a", "j"], ["b", "j"], ["j", "k"], ["c", "k"], ["k", "z"]]) },
  { code: "SPLIT_CROSSES_STAGE", has: aProcess({ stages: { one: { entry: "p", steps: { p: split, a: ann, b: ann } }, two: {} }, wires: [["start", "one"], ["p", "a"], ["p", "b"], ["a", "two"]] }), hasNot: aProcess({ stages: { one: { entry: "p", steps: { p: split, a: ann, b: ann, j: join } }, two: {} }, wires: [["start", "one"], ["p", "a"], ["p", "b"], ["a", "j"], ["b", "j"], ["j", "two"]] }) },
  { code: "SEND_BACK_NOWHERE", has: work({ a: approvalOf(["ann"], { sendBack: { to: "previous" } }) }), hasNot: work({ t: ann, a: approvalOf(["ann"], { sendBack: { to: "previous" } }) }, [["t", "a"]]) },
];

const data: readonly Case[] = [
  { code: "EXPRESSION_INVALID", has: condition("record.total >"), hasNot: condition("record.total > 1") },
  { code: "EXPRESSION_INVALID", has: condition("record.name.matches('(a+)+')"), hasNot: condition("record.name.contains('a')") },
  { code: "UNKNOWN_FIELD", has: condition("record.totl > 1"), hasNot: condition("record.customer.grade == 'A'") },
  { code: "UNKNOWN_FIELD", has: condition("record.customer.grades == 'A'"), hasNot: condition("record.custom.anything == 'A'") },
  { code: "UNKNOWN_FIELD", has: work({ a: ann }, [], { requiredToLeave: ["nothing"] }), hasNot: work({ a: ann }, [], { requiredToLeave: ["validUntil"] }) },
  { code: "FIELD_MAY_BE_EMPTY", has: condition("record.discount > 0.1"), hasNot: condition("has(record.discount) && record.discount > 0.1") },
  { code: "FIELD_MAY_BE_EMPTY", has: condition("record.validUntil > '2027'"), hasNot: condition("record.name > '2027'") },
  { code: "UNKNOWN_VARIABLE", has: condition("vars.x > 1"), hasNot: work({ b: branch, x: ann, y: ann }, [["b", "x", "when vars.x > 1"], ["b", "y", "default"]], {}, { variables: { x: "decimal" } }) },
  { code: "VARIABLE_MAY_BE_UNSET", has: work({ b: branch, x: ann }, [["b", "x", "when vars.file == 'f'"], ["b", "x", "default"]], {}, { variables: { file: "text" } }), hasNot: work({ p: { kind: "action", block: "pdf", inputs: { quote: { expression: "record.id" } }, outputs: { file: "file" } }, b: branch, x: ann }, [["p", "b"], ["b", "x", "when vars.file == 'f'"], ["b", "x", "default"]], {}, { variables: { file: "text" } }) },
  { code: "TYPE_MISMATCH", has: condition("record.total > '5'"), hasNot: condition("record.total > 5") },
  { code: "TYPE_MISMATCH", has: condition("record.name > 5"), hasNot: condition("record.revision > 5") },
  { code: "NOT_A_CONDITION", has: condition("record.total + 1"), hasNot: condition("record.total + 1 > 2") },
  { code: "TIME_IN_CONDITION", has: work({ h: guardOf("hold", "record.name > now") }), hasNot: work({ h: guardOf("deny", "record.name > now") }) },
  { code: "CONDITION_CONSTANT", has: condition("true"), hasNot: condition("record.name == 'x'") },
  { code: "UNKNOWN_ROLE", has: work({ a: taskOf("nobody") }), hasNot: work({ a: taskOf("bob") }) },
  { code: "UNKNOWN_POST", has: work({ a: { kind: "task", who: [{ by: "post", post: "chief" }] } }), hasNot: work({ a: ann }) },
  { code: "UNKNOWN_RULE", has: moving({ to: "a", trigger: { by: "person" }, guard: { condition: { rule: "no.such" }, sentence: inBoth } }), hasNot: moving({ to: "a", trigger: { by: "person" }, guard: { condition: { rule: "quote.costSigned" }, sentence: inBoth } }) },
  { code: "UNKNOWN_PROCESS", has: work({ a: { kind: "subprocess", process: "none" } }), hasNot: work({ a: { kind: "subprocess", process: "other" } }) },
  { code: "UNKNOWN_BLOCK", has: work({ a: { kind: "action", block: "none" } }), hasNot: work({ a: setting("note", "'x'") }) },
  { code: "INPUT_MISSING", has: work({ a: { kind: "action", block: "webhook" } }), hasNot: work({ a: { kind: "action", block: "webhook", inputs: { url: { value: "u" } } } }) },
  { code: "INPUT_UNKNOWN", has: work({ a: { kind: "action", block: "webhook", inputs: { url: { value: "u" }, more: { value: 1 } } } }), hasNot: work({ a: { kind: "action", block: "webhook", inputs: { url: { value: "u" }, payload: { value: 1 } } } }) },
  { code: "INPUT_TYPE", has: work({ a: { kind: "action", block: "webhook", inputs: { url: { value: 5 } } } }), hasNot: work({ a: { kind: "action", block: "webhook", inputs: { url: { value: "5" } } } }) },
  { code: "OUTPUT_UNKNOWN", has: work({ a: { kind: "action", block: "webhook", inputs: { url: { value: "u" } }, outputs: { x: "nothing" } } }), hasNot: work({ a: { kind: "action", block: "webhook", inputs: { url: { value: "u" } }, outputs: { x: "status" } } }) },
  { code: "TABLE_OVERLAP", has: tableIn(table("U", "<= 5", "[5..9]", "> 9")), hasNot: tableIn(table("U", "<= 5", "(5..9]", "> 9")) },
  { code: "TABLE_GAP", has: tableIn(table("F", "< 5", "> 5")), hasNot: tableIn(table("F", "< 5", ">= 5")) },
  { code: "TABLE_ROW_WRONG", has: tableIn({ kind: "branch", table: { hit: "F", inputs: [{ expression: "record.total" }], outputs: [{ variable: "x" }], rules: [{ tests: [], results: ["a"] }] } }), hasNot: tableIn(table("F", "-")) },
  { code: "WAY_HIDDEN", has: work({ b: branch, x: ann, y: ann, z: ann }, [["b", "x", "when record.total > 5"], ["b", "y", "when record.total > 9"], ["b", "z", "default"]]), hasNot: work({ b: branch, x: ann, y: ann, z: ann }, [["b", "x", "when record.total > 9"], ["b", "y", "when record.total < 5"], ["b", "z", "default"]]) },
];

const people: readonly Case[] = [
  { code: "NOBODY_MAY_BE_FOUND", has: work({ a: { kind: "task", who: [{ by: "manager" }], onEmpty: { do: "incident" } } }), hasNot: work({ a: { kind: "task", who: [{ by: "manager" }] } }) },
  { code: "VERDICT_ON_TASK", has: work({ a: { kind: "task", who: [{ by: "owner" }], sla: { due: day, ladder: [{ after: day, action: { do: "approve" } }] } } }), hasNot: work({ a: approvalOf(["ann"], { sla: { due: day, ladder: [{ after: day, action: { do: "approve" } }] } }) }) },
  { code: "ESCALATION_TO_SAME", has: work({ a: approvalOf(["ann"], { sla: { due: day, ladder: [{ after: day, action: { do: "addSigner", who: [{ by: "role", role: "ann" }] } }] } }) }), hasNot: work({ a: approvalOf(["ann"], { sla: { due: day, ladder: [{ after: day, action: { do: "addSigner", who: [{ by: "role", role: "bob" }] } }] } }) }) },
  { code: "APPROVED_BY_TIME", has: work({ a: approvalOf(["ann"], { sla: { due: day, ladder: [{ after: day, action: { do: "approve" } }] } }) }), hasNot: work({ a: approvalOf(["ann"], { sla: { due: day, ladder: [{ after: day, action: { do: "reject" } }] } }) }) },
  { code: "NO_TIME_LIMIT", has: work({ a: ann }), hasNot: work({ a: approvalOf(["ann"], { sla: { due: day } }) }) },
  { code: "QUORUM_UNCLEAR", has: work({ a: approvalOf(["ann"], { mode: { by: "quorum" } }) }), hasNot: work({ a: approvalOf(["ann"], { mode: { by: "quorum", count: 1 } }) }) },
];

const codesIn = (definition: ProcessDefinition): readonly string[] => checkDefinition(definition, world).map((finding) => finding.code);

describe.each([
  { part: "the structure", cases: structure },
  { part: "the data", cases: data },
  { part: "the people", cases: people },
])("checks of $part", ({ cases }) => {
  it.each(cases)("find $code, and not in its neighbour", ({ code, has, hasNot }) => {
    expect(codesIn(has)).toContain(code);
    expect(codesIn(hasNot)).not.toContain(code);
  });

  it("name a place and speak both languages", () => {
    for (const { has } of cases) for (const finding of checkDefinition(has, world)) expect([finding.node ?? finding.edge ?? finding.path, finding.message.en !== "", /\p{Script=Han}/u.test(finding.message.zh)]).toEqual([expect.any(String), true, true]);
  });
});

describe("checking", () => {
  it("tells errors before warnings", () => {
    const severities = checkDefinition(work({ a: ann, b: taskOf("nobody") }), world).map((finding) => finding.severity);

    expect(severities).toEqual(severities.toSorted());
    expect(new Set(severities).size).toBe(2);
  });

  it("proves a split of seventeen paths, and does not claim what it cannot", () => {
    const names = Array.from({ length: 17 }, (_, index) => `s${index}`);
    const steps = { p: split, ...Object.fromEntries(names.map((name) => [name, ann])), j: join, z: ann };
    const wires = names.flatMap((name): WireDraft[] => [["p", name], [name, "j"]]);
    const found = codesIn(work(steps, [...wires, ["j", "z"]]));

    expect(found.filter((code) => ["NOT_PROVED", "LACK_OF_SYNCHRONISATION", "DEADLOCK"].includes(code))).toEqual([]);
  });
});
