import { recordSchemas, withCustomFields } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import { expressionOfLocalTemplate } from "../expression/localTemplate.ts";
import { expressionOfTemplate } from "../expression/template.ts";
import { aFirm } from "../simulate/aCase.ts";
import { approvalOf, aProcess, taskOf, type StepDraft } from "../simulate/aProcess.ts";
import { Simulation, type SimulatedWorld } from "../simulate/simulation.ts";
import { advance } from "./advance.ts";
import { compile } from "./compile.ts";
import type { Json } from "./json.ts";
import { newborn } from "./newborn.ts";

const notice = (template: string): StepDraft => ({
  kind: "action",
  block: "notice",
  inputs: {
    people: { expression: "[record.owner]" },
    subject: { expression: expressionOfLocalTemplate({ text: { en: template, zh: template }, isKept: false }) ?? "" },
  },
});

const custom = (type: string, settings: object = {}) => ({
  recordType: "quote",
  key: `c_${type}`,
  archived: false,
  indexed: false,
  type,
  label: { en: type, zh: type },
  ...settings,
});
const choices = [
  { key: "a", label: { en: "Alpha", zh: "甲" } },
  { key: "b", label: { en: "Beta", zh: "乙" }, archived: true },
];
const quote = withCustomFields(recordSchemas.quote, [
  ...["text", "longText", "integer", "decimal", "share", "money", "date", "instant", "boolean"].map((type) =>
    custom(type),
  ),
  custom("choice", { choices }),
  custom("multiChoice", { choices }),
  custom("reference", { refersTo: "person" }),
] as never);
const schemas = { ...recordSchemas, quote };

const record: { [path: string]: Json } = {
  owner: "ini",
  currency: "CNY",
  total: "12400",
  discount: "0.15",
  validUntil: "2026-11-26",
  stage: "one",
  c_text: "0.15",
  c_longText: "a\nb",
  c_integer: 2026,
  c_decimal: "1234.5",
  c_share: "0.125",
  c_money: "9007199254740993.01",
  c_date: "2026-11-26",
  c_instant: "2026-11-26T06:05:59.000Z",
  c_boolean: false,
  c_choice: "b",
  c_multiChoice: ["a", "b"],
  c_reference: "gone",
  "customer.owner": "bob",
};

const people = aFirm.map((person) =>
  person.id === "ann"
    ? { ...person, name: "Ann Bo" }
    : person.id === "ini"
      ? { ...person, name: { en: "Chen Li", zh: "陈力" } }
      : person,
);

const played = (template: string, world: Partial<SimulatedWorld> = {}): Simulation => {
  const drawn = aProcess({
    variables: { amount: "decimal", who: "person", on: "date" },
    stages: { one: { entry: "ok", steps: { ok: approvalOf(["ann"]), told: notice(template), end: taskOf("ann") } } },
    wires: [
      ["start", "one"],
      ["ok", "told", "outcome approved"],
      ["told", "end"],
    ],
  });
  const nodes = drawn.nodes.map((node) =>
    node.kind === "stage" ? { ...node, name: { en: "First", zh: "一" } } : node,
  );
  const plan = compile({ ...drawn, nodes }, schemas);
  const simulation = new Simulation(
    plan,
    { people, record, ownerId: "ini", ...world },
    "2027-01-01T00:00:00.000Z",
    "ini",
  );
  simulation.start({ amount: "1500.5", who: "ann", on: "2027-02-01" });
  simulation.act("ann", "ok", { do: "approve" });
  return simulation;
};

const said = (template: string, world?: Partial<SimulatedWorld>): Json => {
  const { writes } = played(template, world);
  const told = writes.find(({ write }) => write === "notify");
  return told?.write === "notify" ? [told.subject.en, told.subject.zh] : null;
};

describe("what a text says", () => {
  it.each([
    { template: "{{record.total}} {{record.discount}}", en: "¥12,400.00 15%", zh: "¥12,400.00 15%" },
    { template: "{{record.validUntil}}", en: "26 November 2026", zh: "2026年11月26日" },
    { template: "{{record.stage}}, {{case.stage}}", en: "First, First", zh: "一, 一" },
    { template: "{{record.owner}}", en: "Chen Li", zh: "陈力" },
    { template: "{{record.customer.owner}}", en: "bob", zh: "bob" },
    { template: "{{case.initiatorId}}", en: "Chen Li", zh: "陈力" },
    { template: "{{case.decidedBy}}", en: "Ann Bo", zh: "Ann Bo" },
    { template: "{{actor.personId}}", en: "Ann Bo", zh: "Ann Bo" },
    { template: "{{now}}", en: "1 January 2027, 00:00", zh: "2027年1月1日 00:00" },
    {
      template: "{{vars.amount}} {{vars.who}} {{vars.on}}",
      en: "1,500.5 Ann Bo 1 February 2027",
      zh: "1,500.5 Ann Bo 2027年2月1日",
    },
    { template: "[{{record.note}}{{vars.none}}]", en: "[]", zh: "[]" },
    { template: "{{record.c_text}} {{record.c_integer}}", en: "0.15 2026", zh: "0.15 2026" },
    { template: "{{record.c_longText}}", en: "a\nb", zh: "a\nb" },
    { template: "{{record.c_decimal}} {{record.c_share}}", en: "1,234.5 12.5%", zh: "1,234.5 12.5%" },
    { template: "{{record.c_money}}", en: "¥9,007,199,254,740,993.01", zh: "¥9,007,199,254,740,993.01" },
    { template: "{{record.c_date}}", en: "26 November 2026", zh: "2026年11月26日" },
    { template: "{{record.c_instant}}", en: "26 November 2026, 06:05", zh: "2026年11月26日 06:05" },
    { template: "{{record.c_boolean}}", en: "No", zh: "否" },
    { template: "{{record.c_choice}}", en: "Beta", zh: "乙" },
    { template: "{{record.c_multiChoice}}", en: "Alpha, Beta", zh: "甲、乙" },
    { template: "{{record.c_reference}}", en: "someone unknown", zh: "未知人员" },
  ])("$template", ({ template, en, zh }) => {
    expect(said(template)).toEqual([en, zh]);
  });

  it("asks the clocks of the record's calendar", () => {
    const hours: [string, string][] = [["09:00", "18:00"]];
    const calendar = { offsetMinutes: 480, hours, days: [1, 2, 3, 4, 5], holidays: [], makeUpDays: [] };
    expect(said("{{record.c_instant}}", { calendar })).toEqual(["26 November 2026, 14:05", "2026年11月26日 14:05"]);
  });

  it("is the same again from what the step used, whoever they are called by now", () => {
    const { plan, steps } = played("{{record.owner}} {{case.decidedBy}} {{record.total}} {{now}}");
    const again = steps.reduce(
      (state, { event, answer }) => {
        const replayed = advance(plan, state, event, answer.used);
        expect(replayed).toEqual(answer);
        return replayed.answer === "advanced" ? replayed.state : state;
      },
      newborn("2027-01-01T00:00:00.000Z", "ini"),
    );
    expect(again).toEqual(steps.at(-1)?.answer.state);
    const used = Object.keys(Object.assign({}, ...steps.map(({ answer }) => answer.used)) as object);
    expect(used).toEqual(
      expect.arrayContaining(['{"fact":"nameOf","personId":"ini"}', '{"fact":"nameOf","personId":"ann"}']),
    );
  });

  const TEN = Array.from({ length: 10 }, (_, index) => index + 1);
  const tenTold = (
    steps: { readonly [id: string]: StepDraft },
    record: { readonly [path: string]: Json },
  ): Simulation => {
    const ids = Object.keys(steps);
    const drawn = aProcess({
      variables: Object.fromEntries(TEN.map((n) => [`p${n}`, "person"] as const)),
      stages: { one: { entry: ids[0], steps: { ...steps, end: taskOf("ann") } } },
      wires: [["start", "one"], ...ids.map((id, index) => [id, ids[index + 1] ?? "end"] as const)],
    });
    const ten = TEN.map((n) => ({ id: `p${n}`, name: `Person ${n}`, roles: [] }));
    const world = { people: [...people, ...ten], record: { owner: "ini", ...record }, ownerId: "ini" };
    const simulation = new Simulation(compile(drawn, schemas), world, "2027-01-01T00:00:00.000Z", "ini");
    simulation.start(Object.fromEntries(TEN.map((n) => [`p${n}`, `p${n}`])));
    return simulation;
  };
  const mailOf = (template: string): StepDraft => ({
    kind: "action",
    block: "mail",
    await: false,
    inputs: {
      to: { value: "a@b.example" },
      subject: { value: "x" },
      text: { expression: expressionOfTemplate(template, "en") ?? "" },
    },
  });

  it.each([
    { kind: "mails", of: mailOf },
    { kind: "notices", of: notice },
  ])("names ten people in ten $kind, asked for together", ({ of }) => {
    const steps = Object.fromEntries(TEN.map((n) => [`told${n}`, of(`{{vars.p${n}}}`)]));
    const simulation = tenTold(steps, {});
    expect(simulation.refusals).toEqual([]);
    const texts = [
      ...[...simulation.effects.values()].map(({ input }) => input["text"]),
      ...simulation.writes.flatMap((it) => (it.write === "notify" ? [it.subject.en] : [])),
    ];
    expect(texts).toEqual(TEN.map((n) => `Person ${n}`));
    expect(simulation.rounds).toBeLessThanOrEqual(4);
  });

  it("names ten people whom nobody can foresee, one after the other", () => {
    const steps = Object.fromEntries(
      TEN.flatMap((n): [string, StepDraft][] => [
        [`set${n}`, { kind: "action", block: "setFields", inputs: { c_reference: { value: `p${n}` } } }],
        [`told${n}`, notice("{{record.c_reference}}")],
      ]),
    );
    const simulation = tenTold(steps, { c_reference: "gone" });
    expect(simulation.refusals).toEqual([]);
    const told = simulation.writes.flatMap((it) => (it.write === "notify" ? [it.subject.en] : []));
    expect(told).toEqual(TEN.map((n) => `Person ${n}`));
  });

  it("asks in no more rounds than people and clocks need", () => {
    expect(played("{{record.owner}} {{record.total}} {{now}}").rounds).toBeLessThanOrEqual(4);
  });
});
