import { type CustomField, recordSchemas, withCustomFields } from "@sluice/domain";
import type { ProcessDefinition } from "@sluice/process";
import {
  ann,
  branch,
  guardOf,
  moving,
  setting,
  type StageDraft,
  type StepDraft,
  taskOf,
  work,
} from "@sluice/process/drafts";
import { type FixCase, inBoth } from "./fixCase.ts";

const condition = (when: string, variables: Record<string, "text" | "integer"> = {}): ProcessDefinition =>
  work(
    { b: branch, x: ann, y: ann },
    [
      ["b", "x", `when ${when}`],
      ["b", "y", "default"],
    ],
    {},
    { variables },
  );
const calling = (more: Partial<Extract<StepDraft, { kind: "action" }>>, block = "webhook"): ProcessDefinition =>
  work({ a: { kind: "action", block, inputs: { url: { value: "u" } }, ...more } });
const child = (more: Partial<Extract<StepDraft, { kind: "subprocess" }>>): ProcessDefinition =>
  work({ a: { kind: "subprocess", process: "other", ...more } }, [], {}, { variables: { here: "text" } });
const guarded = (rule: string) =>
  moving({ to: "a", trigger: { by: "person" }, guard: { condition: { rule }, sentence: inBoth("it") } });
const started = (when: string): ProcessDefinition => {
  const definition = work({ a: ann });
  const trigger = { on: "recordCreated" as const, when };
  return {
    ...definition,
    nodes: definition.nodes.map((node) => (node.kind === "start" ? { ...node, trigger } : node)),
  };
};
const afterSetting = (path: string, when: string): ProcessDefinition =>
  work({ a: setting(path, "record.currency"), b: branch, x: ann, y: ann }, [
    ["a", "b"],
    ["b", "x", `when ${when}`],
    ["b", "y", "default"],
  ]);
const entering = (...entryActions: NonNullable<StageDraft["entryActions"]>): ProcessDefinition =>
  work({ a: ann }, [], { entryActions });
const mailing = (subject: string) =>
  work({ a: { kind: "action", block: "notice", inputs: { people: { value: [] }, subject: { value: subject } } } });
const ways = (...whens: readonly string[]): ProcessDefinition => {
  const steps = Object.fromEntries(whens.map((_when, index) => [`x${index}`, ann]));
  const definition = work({ b: branch, ...steps, z: ann }, [
    ...whens.map((when, index) => ["b", `x${index}`, `when ${when}`] as const),
    ["b", "z", "default"],
  ]);
  const edges = definition.edges.map((edge, index) =>
    edge.on.kind === "when" ? { ...edge, on: { ...edge.on, order: index } } : edge,
  );
  return { ...definition, edges };
};

const gone: CustomField = {
  recordType: "quote",
  key: "c_gone",
  type: "integer",
  label: inBoth("Gone"),
  archived: true,
  indexed: true,
};
const withGone = Object.fromEntries(
  Object.values(recordSchemas).map((schema) => [schema.type, withCustomFields(schema, [gone])]),
);

/** What a process says of data: expressions, names, blocks. */
export const dataCases: readonly FixCase[] = [
  { code: "EXPRESSION_INVALID", does: "write", has: condition("record.total = 5") },
  { code: "EXPRESSION_INVALID", does: "write", has: work({ h: guardOf("hold", "（record.total ≥ 5）") }) },
  { code: "UNKNOWN_FIELD", does: "didYouMean", has: condition("record.totl > 1 && record.totl < 9") },
  { code: "UNKNOWN_FIELD", does: "didYouMean", has: condition("record.?customer.?grades.orValue('') == 'A'") },
  {
    code: "UNKNOWN_FIELD",
    does: "didYouMean",
    or: "takeOut",
    has: work({ a: ann }, [], { requiredToLeave: ["validUntl"] }),
  },
  { code: "UNKNOWN_FIELD", does: "takeOut", has: work({ a: ann }, [], { requiredToLeave: ["nothing"] }) },
  { code: "UNKNOWN_FIELD", does: "didYouMean", or: "takeOut", has: work({ a: setting("notee", "'x'") }) },
  {
    code: "UNKNOWN_FIELD",
    does: "didYouMean",
    has: calling({ inputs: { fields: { value: { notee: "x" } } } }, "setFields"),
  },
  {
    code: "UNKNOWN_FIELD",
    does: "takeOut",
    has: work({ a: { ...ann, form: [{ path: "nothing", access: "edit" }] } as StepDraft }),
  },
  {
    code: "FIELD_ARCHIVED",
    does: "takeOut",
    has: work({ a: ann }, [], { requiredToLeave: ["c_gone", "validUntil"] }),
    world: { schemas: withGone },
  },
  {
    code: "FIELD_ARCHIVED",
    does: "takeOut",
    has: work({ a: { kind: "action", block: "setFields", inputs: { note: { value: "x" }, c_gone: { value: 1 } } } }),
    world: { schemas: withGone },
  },
  { code: "FIELD_MAY_BE_EMPTY", does: "countEmpty", has: condition("record.discount > 0.1 || record.discount < 0.2") },
  { code: "UNKNOWN_VARIABLE", does: "didYouMean", has: condition("vars.?leve.orValue('') == 'x'", { level: "text" }) },
  { code: "UNKNOWN_VARIABLE", does: "didYouMean", or: "takeOut", has: child({ handOver: { there: "hre" } }) },
  { code: "UNKNOWN_VARIABLE", does: "takeOut", has: child({ handOver: { there: "nothing" } }) },
  { code: "VARIABLE_MAY_BE_UNSET", does: "countEmpty", has: condition("vars.count > 1", { count: "integer" }) },
  { code: "TYPE_MISMATCH", does: "write", has: condition("record.total > '5'") },
  { code: "TYPE_MISMATCH", does: "write", has: condition("record.name == 5") },
  {
    code: "CONDITION_CONSTANT",
    does: "removeWire",
    has: work({ b: branch, x: ann, y: ann }, [
      ["b", "x", "when 1 > 2"],
      ["b", "y", "default"],
      ["y", "x"],
    ]),
  },
  { code: "CONDITION_CONSTANT", does: "lastIsDefault", has: work({ b: branch, x: ann }, [["b", "x", "when true"]]) },
  {
    code: "CONDITION_CONSTANT",
    does: "takeStepAway",
    has: work({ a: ann, g: guardOf("deny", "true"), b: ann }, [
      ["a", "g"],
      ["g", "b"],
    ]),
  },
  { code: "CONDITION_CONSTANT", does: "dropCondition", has: started("true") },
  {
    code: "CONDITION_CONSTANT",
    does: "openGuard",
    has: moving({ to: "a", trigger: { by: "person" }, guard: { condition: { when: "true" }, sentence: inBoth("it") } }),
  },
  { code: "WAY_HIDDEN", does: "askFirst", has: ways("record.total > 5", "record.total < 2", "record.total > 9") },
  { code: "WAYS_OVERLAP", does: "leaveOutEarlier", has: ways("record.total > 5", "record.total < 9") },
  { code: "READS_OWN_CHANGE", does: "putTask", has: afterSetting("discount", "record.total > 5") },
  { code: "UNKNOWN_ROLE", does: "didYouMean", has: work({ a: taskOf("anm") }) },
  {
    code: "UNKNOWN_ROLE",
    does: "takeOut",
    has: work({ a: { ...ann, permissions: { evidence: ["nobody", "ann"] } } as StepDraft }),
  },
  {
    code: "UNKNOWN_POST",
    does: "didYouMean",
    has: work({ a: { kind: "task", who: [{ by: "post", post: "cheif" }] } }),
    world: { posts: ["chief", "clerk"] },
  },
  { code: "UNKNOWN_RULE", does: "didYouMean", has: guarded("quote.costsSigned") },
  { code: "UNKNOWN_PROCESS", does: "didYouMean", has: child({ process: "othr" }) },
  {
    code: "UNKNOWN_PROCESS",
    does: "takeOut",
    has: moving({
      to: "a",
      trigger: { by: "person" },
      guard: { condition: { rule: "quote.costSigned" }, sentence: inBoth("it"), start: "nothing" },
    }),
  },
  { code: "UNKNOWN_PROCESS_VERSION", does: "takeLatest", has: child({ version: 9 }) },
  { code: "UNKNOWN_RECORD_TYPE", does: "didYouMean", has: { ...work({ a: ann }), recordType: "qoute" } },
  { code: "NOTHING_BROUGHT_BACK", does: "waitForIt", has: child({ bringBack: { here: "there" }, wait: false }) },
  { code: "UNKNOWN_BLOCK", does: "didYouMean", has: calling({}, "webhok") },
  { code: "UNKNOWN_BLOCK", does: "undoByItself", or: "doNotUndo", has: calling({ compensateWith: "shout" }) },
  { code: "BLOCK_CANNOT_UNDO", does: "undoByItself", or: "doNotUndo", has: calling({ compensateWith: "mail" }) },
  {
    code: "INPUT_UNKNOWN",
    does: "didYouMean",
    or: "takeOut",
    has: calling({ inputs: { url: { value: "u" }, paylod: { value: 1 } } }),
  },
  { code: "INPUT_UNKNOWN", does: "takeOut", has: calling({ inputs: { url: { value: "u" }, anything: { value: 1 } } }) },
  { code: "INPUT_TYPE", does: "write", has: calling({ inputs: { url: { value: 5 } } }) },
  { code: "OUTPUT_UNKNOWN", does: "didYouMean", or: "takeOut", has: calling({ outputs: { x: "statu" } }) },
  {
    code: "OUTER_BLOCK_IN_STAGE",
    does: "drawAsStep",
    has: entering({ block: "webhook", inputs: { url: { value: "u" } } }),
  },
  {
    code: "PLACEHOLDER_AS_WRITTEN",
    does: "didYouMean",
    has: calling({ inputs: { url: { value: "https://shop.example/?of={{编号}}" } } }),
  },
  { code: "PLACEHOLDER_AS_WRITTEN", does: "didYouMean", has: mailing("The quote {{客户}} is due") },
];
