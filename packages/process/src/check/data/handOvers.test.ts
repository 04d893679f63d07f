import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import type { Variable } from "../../definition/variable.ts";
import { ann, branch, work } from "../../simulate/aChecked.ts";
import { aProcess, type StepDraft } from "../../simulate/aProcess.ts";
import { checkDefinition } from "../checkDefinition.ts";
import type { Called, Caller } from "./called.ts";
import { calledProcess } from "./calledVariables.ts";

type Types = { readonly [key: string]: Variable["type"] };

const setting = (variable: string): StepDraft => ({
  kind: "action",
  block: "webhook",
  inputs: { url: { value: "u" } },
  outputs: { [variable]: "status" },
});

/** What is called: it is asked `asked`, sets `always`, may set `perhaps`, and never sets `never`. */
const other = work(
  { s: setting("always"), b: branch, p: setting("perhaps"), z: ann },
  [
    ["s", "b"],
    ["b", "p", "when record.total > 1"],
    ["b", "z", "default"],
    ["p", "z"],
  ],
  {},
  { variables: { asked: "decimal", always: "text", perhaps: "text", never: "text" } },
);
const called: readonly Called[] = [
  { process: "other", version: "latest", as: calledProcess(other) },
  { process: "other", version: 1, as: calledProcess(work({ a: ann }, [], {}, { variables: { old: "text" } })) },
];

const calling = (node: object, variables: Types = {}, when = "true"): ProcessDefinition =>
  work(
    { a: { kind: "subprocess", process: "other", ...node }, b: branch, x: ann, y: ann },
    [
      ["a", "b"],
      ["b", "x", `when ${when}`],
      ["b", "y", "default"],
    ],
    {},
    { variables },
  );
const FROM_HERE = /^(handOver|bringBack|variables|on\.when)/u;
const found = (definition: ProcessDefinition, world: { called?: readonly Called[]; callers?: readonly Caller[] }) =>
  checkDefinition(definition, { schemas: recordSchemas, ...world })
    .filter(({ path = "", code }) => FROM_HERE.test(path) && code !== "CONDITION_CONSTANT")
    .map(({ severity, code, path }) => `${severity} ${code} ${path}`);

describe("what a process looks like to those that call it", () => {
  it("is its variables with their types, and whether a case has set them at its end", () => {
    expect(Object.fromEntries(calledProcess(other).variables)).toEqual({
      item: { type: "any", set: "always" },
      index: { type: "integer", set: "always" },
      asked: { type: "decimal", set: "never" },
      always: { type: "text", set: "always" },
      perhaps: { type: "text", set: "sometimes" },
      never: { type: "text", set: "never" },
    });
  });

  it.each([
    { name: "at the end of a step that goes on when it fails", step: { onError: { do: "goOn" } }, set: "sometimes" },
    { name: "at the end of one that does not", step: {}, set: "always" },
  ])("$name a variable is $set set", ({ step, set }) => {
    const definition = work({ s: { ...setting("done"), ...step } as StepDraft });
    expect(calledProcess(definition).variables.get("done")?.set).toBe(set);
  });

  it("counts what is set before a stage is entered that nothing leads out of", () => {
    const definition = aProcess({
      stages: {
        one: { entry: "s", steps: { s: setting("early") }, moves: { go: { to: "two", trigger: { by: "person" } } } },
        two: { final: "done" },
      },
      wires: [
        ["start", "one"],
        ["s", "two"],
      ],
    });
    expect(calledProcess(definition).variables.get("early")?.set).toBe("sometimes");
  });
});

describe("a sub-process, checked against the process that it calls,", () => {
  it.each([
    {
      name: "hands over what is known there",
      node: { handOver: { asked: "n" } },
      variables: { n: "decimal" },
      errors: [],
    },
    {
      name: "hands over what is not known there",
      node: { handOver: { missing: "n" } },
      variables: { n: "decimal" },
      errors: ["error UNKNOWN_VARIABLE handOver.missing"],
    },
    {
      name: "hands an integer to a decimal",
      node: { handOver: { asked: "n" } },
      variables: { n: "integer" },
      errors: [],
    },
    {
      name: "hands a text to a decimal",
      node: { handOver: { asked: "n" } },
      variables: { n: "text" },
      errors: ["error TYPE_MISMATCH handOver.asked"],
    },
    { name: "brings back what is always set", node: { bringBack: { n: "always" } }, variables: {}, errors: [] },
    {
      name: "brings back what may be set",
      node: { bringBack: { n: "perhaps" } },
      variables: {},
      errors: ["warning VARIABLE_MAY_BE_UNSET bringBack.n"],
    },
    {
      name: "brings back what is never set",
      node: { bringBack: { n: "never" } },
      variables: {},
      errors: ["error VARIABLE_NEVER_SET bringBack.n"],
    },
    {
      name: "brings back what it has handed over itself",
      node: { handOver: { never: "n" }, bringBack: { n: "never" } },
      variables: { n: "text" },
      errors: [],
    },
    {
      name: "brings back what is not known there",
      node: { bringBack: { n: "missing" } },
      variables: {},
      errors: ["error UNKNOWN_VARIABLE bringBack.n"],
    },
    {
      name: "brings a text back into an integer",
      node: { bringBack: { n: "always" } },
      variables: { n: "integer" },
      errors: ["error TYPE_MISMATCH bringBack.n"],
    },
    {
      name: "brings texts back into a list, over a list",
      node: { each: "['a']", bringBack: { n: "always" } },
      variables: { n: "list" },
      errors: [],
    },
    {
      name: "brings texts back into a text, over a list",
      node: { each: "['a']", bringBack: { n: "always" } },
      variables: { n: "text" },
      errors: ["error TYPE_MISMATCH bringBack.n"],
    },
    {
      name: "is held to the version that it names",
      node: { version: 1, bringBack: { n: "always" } },
      variables: {},
      errors: ["error UNKNOWN_VARIABLE bringBack.n"],
    },
    {
      name: "is not held to a version that is not known",
      node: { version: 7, bringBack: { n: "none" } },
      variables: {},
      errors: [],
    },
    {
      name: "is not asked for what nobody waits for",
      node: { wait: false, bringBack: { n: "missing" } },
      variables: {},
      errors: ["warning NOTHING_BROUGHT_BACK bringBack"],
    },
  ])("$name", ({ node, variables, errors }) => {
    expect(found(calling(node, variables as Types), { called })).toEqual(errors);
  });

  it.each([
    { name: "a text is asked as a text", when: "vars.?n.orValue('') == 'x'", errors: [] },
    { name: "a text is asked as a number", when: "vars.?n.orValue(1) > 3", errors: ["error TYPE_MISMATCH on.when"] },
  ])("gives what it brings back its type: $name", ({ when, errors }) => {
    expect(found(calling({ bringBack: { n: "always" } }, {}, when), { called })).toEqual(errors);
  });

  it("that calls itself in its latest version is held to what is being published", () => {
    const recursive = (bringBack: string): ProcessDefinition => {
      const definition = calling({ bringBack: { n: bringBack } });
      const nodes = definition.nodes.map((node) =>
        node.kind === "subprocess" ? { ...node, process: definition.key } : node,
      );
      return { ...definition, nodes };
    };
    expect(found(recursive("missing"), { called })).toEqual(["error UNKNOWN_VARIABLE bringBack.n"]);
    expect(found(recursive("n"), { called })).toEqual(["warning VARIABLE_MAY_BE_UNSET bringBack.n"]);
  });
});

describe("a process that others call", () => {
  const caller = (
    name: string,
    call: Partial<Caller["calls"][number]>,
    variables: Caller["variables"] = [],
  ): Caller => ({
    name: { en: name, zh: name },
    variables,
    calls: [{ handOver: {}, bringBack: {}, wait: true, ...call }],
  });

  it.each([
    { name: "sets what they bring back", callers: [caller("One", { bringBack: { n: "always" } })], warnings: [] },
    { name: "may set what they bring back", callers: [caller("One", { bringBack: { n: "perhaps" } })], warnings: [] },
    {
      name: "never sets what they bring back",
      callers: [caller("One", { bringBack: { n: "never" } })],
      warnings: ["“never” is never set, and other processes bring it back: “One”."],
    },
    {
      name: "never sets it, but is handed it",
      callers: [caller("One", { handOver: { never: "n" }, bringBack: { n: "never" } })],
      warnings: [],
    },
    {
      name: "does not know what they hand over and bring back",
      callers: [caller("One", { bringBack: { n: "gone" } }), caller("Two", { handOver: { gone: "n" } })],
      warnings: ["There is no variable “gone” that other processes hand over or bring back: “One”, “Two”."],
    },
    {
      name: "has it of another type",
      callers: [caller("One", { bringBack: { n: "always" } }, [{ key: "n", type: "boolean" }])],
      warnings: ["“always” is of another type than other processes expect: “One”."],
    },
    { name: "is not waited for", callers: [caller("One", { wait: false, bringBack: { n: "gone" } })], warnings: [] },
  ])("is told when it $name", ({ callers, warnings }) => {
    const findings = checkDefinition(other, { callers }).filter(({ code }) => code === "CALLERS_LET_DOWN");
    expect(findings.map(({ message }) => message.en)).toEqual(warnings);
    expect(
      findings.every(({ severity, message: { zh } }) => severity === "warning" && /\p{Script=Han}/u.test(zh)),
    ).toBe(true);
  });
});
