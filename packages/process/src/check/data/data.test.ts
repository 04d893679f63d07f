import { describe, expect, it } from "vitest";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { ann, branch, codesIn, findingsIn, moving, work, type Check } from "../../simulate/aChecked.ts";
import { guardOf, setting, taskOf, type StepDraft } from "../../simulate/aProcess.ts";

const inBoth = { en: "it", zh: "它" };

const condition = (when: string): ProcessDefinition =>
  work({ b: branch, x: ann, y: ann }, [
    ["b", "x", `when ${when}`],
    ["b", "y", "default"],
  ]);
const tableIn = (step: StepDraft) => work({ b: step, x: ann }, [["b", "x", "default"]]);

const decides = (hit: "P" | "C+", result: string, values: string[] | undefined): ProcessDefinition =>
  tableIn({
    kind: "branch",
    table: {
      hit,
      inputs: [{ expression: "record.total" }],
      outputs: [{ variable: "level", ...(values ? { values } : {}) }],
      rules: [{ tests: ["-"], results: [result] }],
    },
  });
const waitingFor = (when: string): ProcessDefinition => work({ a: guardOf("hold", when) });
const constant = (has: string, hasNot: string): Check => ({
  code: "CONDITION_CONSTANT",
  has: condition(has),
  hasNot: condition(hasNot),
});

/** A call whose error wire leads to a branch that asks a variable. */
const afterError = (
  onError: NonNullable<Extract<StepDraft, { kind: "action" }>["onError"]>,
  when: string,
): ProcessDefinition =>
  work(
    {
      c: { kind: "action", block: "webhook", inputs: { url: { value: "u" } }, outputs: { status: "status" }, onError },
      n: ann,
      b: branch,
      x: ann,
      y: ann,
    },
    [
      ["c", "n"],
      ["c", "b", "error"],
      ["b", "x", `when ${when}`],
      ["b", "y", "default"],
    ],
  );
const cases: readonly Check[] = [
  constant("1 > 2", "record.total > 2"),
  constant("record.total == record.total", "record.total == record.listTotal"),
  constant("record.total < record.total", "record.total < record.listTotal"),
  constant("record.total > 5 && record.total < 5", "record.total > 5 && record.total < 6"),
  constant(
    "record.total > 5 && (record.number == 'a' && record.total <= 5)",
    "record.total > 5 && record.number == 'a'",
  ),
  constant("record.total >= 5 || record.total < 5", "record.total > 5 || record.total < 5"),
  constant("record.number == 'a' && record.number == 'b'", "record.number == 'a' || record.number == 'b'"),
  constant("!(1 > 2) || record.total > 5", "!(record.total > 2) || record.total > 5"),
  constant("record.total > 5 && false", "record.total > 5 && record.total > 4"),
  { code: "PRIORITY_UNCLEAR", has: decides("P", "high", ["low"]), hasNot: decides("P", "high", ["high", "low"]) },
  { code: "PRIORITY_UNCLEAR", has: decides("P", "high", undefined), hasNot: decides("P", '"high"', ["high"]) },
  { code: "SUM_OF_WORDS", has: decides("C+", "much", undefined), hasNot: decides("C+", "-1.50", undefined) },
  {
    code: "SET_IN_CONDITION",
    has: waitingFor("record.lines.all(line, line.total > 1)"),
    hasNot: condition("record.lines.all(line, line.total > 1)"),
  },
  {
    code: "UNKNOWN_PROCESS_VERSION",
    has: work({ a: { kind: "subprocess", process: "other", version: 9 } }),
    hasNot: work({ a: { kind: "subprocess", process: "other", version: 2 } }),
  },
  { code: "EXPRESSION_INVALID", has: condition("record.total >"), hasNot: condition("record.total > 1") },
  {
    code: "EXPRESSION_INVALID",
    has: condition("record.name.matches('(a+)+')"),
    hasNot: condition("record.name.contains('a')"),
  },
  { code: "UNKNOWN_FIELD", has: condition("record.totl > 1"), hasNot: condition("record.customer.grade == 'A'") },
  {
    code: "UNKNOWN_FIELD",
    has: condition("record.customer.grades == 'A'"),
    hasNot: condition("record.customer.grade == 'A'"),
  },
  {
    code: "UNKNOWN_FIELD",
    has: work({ a: ann }, [], { requiredToLeave: ["nothing"] }),
    hasNot: work({ a: ann }, [], { requiredToLeave: ["validUntil"] }),
  },
  {
    code: "FIELD_MAY_BE_EMPTY",
    has: condition("record.discount > 0.1"),
    hasNot: condition("has(record.discount) && record.discount > 0.1"),
  },
  {
    code: "FIELD_MAY_BE_EMPTY",
    has: condition("record.validUntil > '2027'"),
    hasNot: condition("record.name > '2027'"),
  },
  {
    code: "FIELD_MAY_BE_EMPTY",
    has: condition("record.margin > 0.1"),
    hasNot: condition("record.effectiveDiscount > 0.1"),
  },
  {
    code: "UNKNOWN_VARIABLE",
    has: condition("vars.x > 1"),
    hasNot: work(
      { b: branch, x: ann, y: ann },
      [
        ["b", "x", "when vars.x > 1"],
        ["b", "y", "default"],
      ],
      {},
      { variables: { x: "decimal" } },
    ),
  },
  {
    code: "VARIABLE_MAY_BE_UNSET",
    has: work(
      { b: branch, x: ann },
      [
        ["b", "x", "when vars.file == 'f'"],
        ["b", "x", "default"],
      ],
      {},
      { variables: { file: "text" } },
    ),
    hasNot: work(
      {
        p: { kind: "action", block: "pdf", inputs: { quote: { expression: "record.id" } }, outputs: { file: "file" } },
        b: branch,
        x: ann,
      },
      [
        ["p", "b"],
        ["b", "x", "when vars.file == 'f'"],
        ["b", "x", "default"],
      ],
      {},
      { variables: { file: "text" } },
    ),
  },
  { code: "TYPE_MISMATCH", has: condition("record.total > '5'"), hasNot: condition("record.total > 5") },
  { code: "TYPE_MISMATCH", has: condition("record.name > 5"), hasNot: condition("record.revision > 5") },
  { code: "NOT_A_CONDITION", has: condition("record.total + 1"), hasNot: condition("record.total + 1 > 2") },
  {
    code: "TIME_IN_CONDITION",
    has: work({ h: guardOf("hold", "record.name > now") }),
    hasNot: work({ h: guardOf("deny", "record.name > now") }),
  },
  { code: "CONDITION_CONSTANT", has: condition("true"), hasNot: condition("record.name == 'x'") },
  { code: "UNKNOWN_ROLE", has: work({ a: taskOf("nobody") }), hasNot: work({ a: taskOf("bob") }) },
  {
    code: "UNKNOWN_POST",
    has: work({ a: { kind: "task", who: [{ by: "post", post: "chief" }] } }),
    hasNot: work({ a: ann }),
  },
  {
    code: "UNKNOWN_RULE",
    has: moving({ to: "a", trigger: { by: "person" }, guard: { condition: { rule: "no.such" }, sentence: inBoth } }),
    hasNot: moving({
      to: "a",
      trigger: { by: "person" },
      guard: { condition: { rule: "quote.costSigned" }, sentence: inBoth },
    }),
  },
  {
    code: "UNKNOWN_VARIABLE",
    has: work({ a: { kind: "subprocess", process: "other", handOver: { there: "here" } } }),
    hasNot: work({ a: { kind: "subprocess", process: "other", handOver: { there: "here" }, outcomesTo: "here" } }),
  },
  {
    code: "UNKNOWN_VARIABLE",
    has: work({ a: { kind: "subprocess", process: "other" }, b: setting("note", "vars.?here.orValue('')") }, [
      ["a", "b"],
    ]),
    hasNot: work(
      {
        a: { kind: "subprocess", process: "other", bringBack: { here: "there" } },
        b: setting("note", "vars.?here.orValue('')"),
      },
      [["a", "b"]],
    ),
  },
  {
    code: "VARIABLE_MAY_BE_UNSET",
    has: work(
      { a: { kind: "subprocess", process: "other", bringBack: { here: "there" } }, b: setting("note", "vars.here") },
      [["a", "b"]],
    ),
    hasNot: work({ a: { kind: "subprocess", process: "other", outcomesTo: "here" }, b: setting("note", "vars.here") }, [
      ["a", "b"],
    ]),
  },
  {
    code: "NOTHING_BROUGHT_BACK",
    has: work({ a: { kind: "subprocess", process: "other", bringBack: { here: "there" }, wait: false } }),
    hasNot: work({ a: { kind: "subprocess", process: "other", bringBack: { here: "there" } } }),
  },
  {
    code: "UNKNOWN_PROCESS",
    has: work({ a: { kind: "subprocess", process: "none" } }),
    hasNot: work({ a: { kind: "subprocess", process: "other" } }),
  },
  {
    code: "UNKNOWN_BLOCK",
    has: work({ a: { kind: "action", block: "none" } }),
    hasNot: work({ a: setting("note", "'x'") }),
  },
  { code: "UNKNOWN_FIELD", has: work({ a: setting("nothing", "'x'") }), hasNot: work({ a: setting("note", "'x'") }) },
  {
    code: "VARIABLE_MAY_BE_UNSET",
    has: afterError({ do: "follow" }, "vars.status == 200"),
    hasNot: afterError({ do: "follow", into: "wrong" }, "vars.wrong.code == 'EFFECT_FAILED'"),
  },
  {
    code: "UNKNOWN_VARIABLE",
    has: afterError({ do: "follow" }, "vars.wrong.code == 'EFFECT_FAILED'"),
    hasNot: afterError({ do: "follow", into: "wrong" }, "vars.wrong.code == 'EFFECT_FAILED'"),
  },
  {
    code: "INPUT_MISSING",
    has: work({ a: { kind: "action", block: "webhook" } }),
    hasNot: work({ a: { kind: "action", block: "webhook", inputs: { url: { value: "u" } } } }),
  },
  {
    code: "INPUT_UNKNOWN",
    has: work({ a: { kind: "action", block: "webhook", inputs: { url: { value: "u" }, more: { value: 1 } } } }),
    hasNot: work({ a: { kind: "action", block: "webhook", inputs: { url: { value: "u" }, payload: { value: 1 } } } }),
  },
  {
    code: "INPUT_TYPE",
    has: work({ a: { kind: "action", block: "webhook", inputs: { url: { value: 5 } } } }),
    hasNot: work({ a: { kind: "action", block: "webhook", inputs: { url: { value: "5" } } } }),
  },
  {
    code: "BLOCK_CANNOT_UNDO",
    has: work({ a: { kind: "action", block: "webhook", inputs: { url: { value: "u" } }, compensateWith: "mail" } }),
    hasNot: work({
      a: { kind: "action", block: "webhook", inputs: { url: { value: "u" } }, compensateWith: "webhook" },
    }),
  },
  {
    code: "OUTPUT_UNKNOWN",
    has: work({ a: { kind: "action", block: "webhook", inputs: { url: { value: "u" } }, outputs: { x: "nothing" } } }),
    hasNot: work({
      a: { kind: "action", block: "webhook", inputs: { url: { value: "u" } }, outputs: { x: "status" } },
    }),
  },
  {
    code: "WAY_HIDDEN",
    has: work({ b: branch, x: ann, y: ann, z: ann }, [
      ["b", "x", "when record.total > 5"],
      ["b", "y", "when record.total > 9"],
      ["b", "z", "default"],
    ]),
    hasNot: work({ b: branch, x: ann, y: ann, z: ann }, [
      ["b", "x", "when record.total > 9"],
      ["b", "y", "when record.total < 5"],
      ["b", "z", "default"],
    ]),
  },
];

describe("checks of the data", () => {
  it.each(cases)("find $code, and not in its neighbour", ({ code, has, hasNot }) => {
    expect(codesIn(has)).toContain(code);
    expect(codesIn(hasNot)).not.toContain(code);
  });

  it("call a field as people do", () => {
    const messages = findingsIn(condition("record.costSheet.validUntil > '2027'")).map(({ message }) => message);
    expect(messages).toContainEqual({
      en: "“Cost sheet · Valid until” may be empty; the condition then cannot be answered.",
      zh: "“成本单 · 有效期至”可能为空，此时条件无法判断。",
    });
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
