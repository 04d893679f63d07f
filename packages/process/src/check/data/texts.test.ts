import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import type { ExpressionScope } from "../../expression/expressionScope.ts";
import { expressionOfTemplate } from "../../expression/template.ts";
import { findingsIn, work } from "../../simulate/aChecked.ts";
import { guardOf } from "../../simulate/aProcess.ts";
import { expressionFaults } from "./expressionFaults.ts";
import { templateFaults } from "./templateFaults.ts";

type Input = { readonly value: string | { en: string; zh: string } } | { readonly expression: string };

const found = (subject: Input) => {
  const inputs = { to: { value: "a@b.example" }, subject, text: { value: "x" } };
  const drawn = work({ m: { kind: "action", block: "mail", inputs } });
  return findingsIn(drawn)
    .filter(({ path }) => path === "inputs.subject")
    .map(({ code, severity }) => `${severity} ${code}`);
};
const inFields = (template: string): Input => ({ expression: expressionOfTemplate(template, "en") ?? "" });
const asKept = (template: string): Input => ({ expression: expressionOfTemplate(template, null) ?? "" });

describe("texts with fields in them", () => {
  it.each([
    { name: "a field that is there", subject: inFields("For {{record.customer.name}}"), codes: [] },
    { name: "one that may be empty", subject: inFields("Until {{record.validUntil}}"), codes: [] },
    { name: "one that is not there", subject: inFields("For {{record.client}}"), codes: ["error UNKNOWN_FIELD"] },
    {
      name: "a variable that is not there",
      subject: inFields("For {{vars.client}}"),
      codes: ["error UNKNOWN_VARIABLE"],
    },
    {
      name: "what is no field, beside one",
      subject: inFields("{{record.name}} for {{the client}}"),
      codes: ["warning PLACEHOLDER_AS_WRITTEN"],
    },
    {
      name: "a field in a fixed text",
      subject: { value: "{{record.name}}" },
      codes: ["warning PLACEHOLDER_AS_WRITTEN"],
    },
    {
      name: "a field in a fixed text of one language",
      subject: { value: { en: "Done", zh: "{{record.name}}" } },
      codes: ["warning PLACEHOLDER_AS_WRITTEN"],
    },
    { name: "a person by name", subject: inFields("{{record.owner}}, {{case.initiatorId}}"), codes: [] },
    { name: "a person as it is kept", subject: asKept("{{record.owner}}"), codes: ["warning ID_IN_TEXT"] },
    { name: "who decided, as it is kept", subject: asKept("{{case.decidedBy}}"), codes: ["warning ID_IN_TEXT"] },
    { name: "a record instead of its name", subject: inFields("{{record.customer}}"), codes: ["warning ID_IN_TEXT"] },
    { name: "lines", subject: inFields("{{record.lines}}"), codes: ["error NO_TEXT"] },
    { name: "an amount as it is kept", subject: asKept("{{record.total}}"), codes: [] },
    { name: "brackets that mean nothing", subject: { value: "{{ and {x} }" }, codes: [] },
  ])("$name", ({ subject, codes }) => {
    expect(found(subject)).toEqual(codes);
  });

  it.each([
    { value: "record.?owner", codes: [] },
    { value: "record.name", codes: [] },
    { value: "record.?lines", codes: ["NO_TEXT"] },
  ])("become data as they are kept: $value", ({ value, codes }) => {
    const inputs = { note: { expression: `"For " + text(${value})` } };
    const told = findingsIn(work({ s: { kind: "action", block: "setFields", inputs } }));
    expect(told.filter(({ path }) => path === "inputs.note").map(({ code }) => code)).toEqual(codes);
  });

  const scope: ExpressionScope = {
    schemas: recordSchemas,
    recordType: "quote",
    variables: new Map(),
    isCondition: false,
    watched: false,
  };

  it.each([
    { value: "case.initiator", found: "UNKNOWN_FIELD", mended: 'shown(case.initiatorId, "en")' },
    { value: "case.?openedat", found: "UNKNOWN_FIELD", mended: 'shown(case.?openedAt, "en")' },
    { value: "actor.person", found: "UNKNOWN_FIELD", mended: 'shown(actor.personId, "en")' },
    { value: "actor.colour", found: "UNKNOWN_FIELD" },
    { value: "case.initiatorId.name", found: "UNKNOWN_FIELD" },
    { value: "record", found: "NO_TEXT" },
    { value: "vars", found: "NO_TEXT" },
    { value: "case", found: "NO_TEXT" },
    { value: "form", found: "NO_TEXT" },
    { value: "actor", found: "NO_TEXT" },
    { value: "client", found: "EXPRESSION_INVALID" },
    { value: "case.initiatorId" },
    { value: "case.?openedAt" },
    { value: "case.decidedBy" },
    { value: "case.stage" },
    { value: "actor.personId" },
    { value: "actor.?system" },
    { value: "now" },
  ])("say only what there is: $value", ({ value, found: code, mended }) => {
    const faults = expressionFaults(`shown(${value}, "en")`, scope).map((it) => [it.severity, it.code, it.mended]);
    expect(faults).toEqual(code === undefined ? [] : [["error", code, mended]]);
  });

  const table = (expression: string) => ({
    hit: "F",
    inputs: [{ expression }],
    outputs: [{ variable: "x" }],
    rules: [{ tests: ["-"], results: ["a"] }],
  });
  it.each([
    { name: "a condition", drawn: { g: guardOf("deny", "shown(record.name, 'en') == 'x'") } },
    { name: "a column of a table", drawn: { b: { kind: "branch", table: table("shown(record.name, 'en')") } } },
    {
      name: "whom to ask",
      drawn: { t: { kind: "task", who: [{ by: "expression", expression: "shown(record.owner, 'en')" }] } },
    },
    {
      name: "a field that is set",
      drawn: {
        s: { kind: "action", block: "setFields", inputs: { note: { expression: "shown(record.name, 'en')" } } },
      },
    },
    {
      name: "a record that is made",
      drawn: {
        s: {
          kind: "action",
          block: "createRecord",
          inputs: { recordType: { value: "contact" }, name: { expression: "shown(record.name, 'en')" } },
        },
      },
    },
    {
      name: "what another case is given",
      drawn: {
        s: {
          kind: "action",
          block: "openChild",
          inputs: { process: { value: "x" }, note: { expression: "shown(record.name, 'en')" } },
        },
      },
    },
  ])("are not what decides or becomes data: $name", ({ drawn }) => {
    expect(findingsIn(work(drawn as never)).map(({ code }) => code)).toContain("SHOWN_WHERE_DECIDED");
  });

  it("tells the places in the text", () => {
    const template = "{{record.name}} {{record.nam}} {{vars.x}} {{?}} {{record.lines}} {{record.in}}";
    const marked = templateFaults(template, "en", scope).map(
      ({ code, from, to }) => `${code} ${template.slice(from, to)}`,
    );
    expect(marked).toEqual([
      "UNKNOWN_FIELD {{record.nam}}",
      "UNKNOWN_VARIABLE {{vars.x}}",
      "PLACEHOLDER_AS_WRITTEN {{?}}",
      "NO_TEXT {{record.lines}}",
      "PLACEHOLDER_AS_WRITTEN {{record.in}}",
    ]);
  });
});
