import { recordSchemas } from "@sluice/domain";
import {
  checkDefinition,
  type Control,
  processDefinitionSchema,
  type ProcessDefinition,
  type ProcessDefinitionInput,
  proofFindings,
} from "@sluice/process";
import { describe, expect, it } from "vitest";
import { stepWords } from "../controls/stepWords.ts";
import { sayingsIn } from "../fixture/sayingsIn.ts";
import { exampleOf } from "../problems/finding.ts";
import { fixesOf } from "./fixesOf.ts";

const text = (en: string) => ({ en, zh: en });
const stage = (id: string, order: number, more = {}) => ({
  id,
  kind: "stage" as const,
  key: id,
  order,
  name: text(id),
  ...more,
});

type Approval = Partial<Extract<ProcessDefinitionInput["nodes"][number], { kind: "approval" }>>;

/** A discount that is asked about when it is large, by whoever is the manager. */
const asked = (control: Control, settings: Approval = {}, when = "record.discount > 0.1"): ProcessDefinition =>
  processDefinitionSchema.parse({
    format: 2,
    key: "asked",
    name: text("Asked"),
    kind: "side",
    recordType: "quote",
    nodes: [
      { id: "begin", kind: "start", name: text("Begin"), trigger: { on: "manual" } },
      stage("open", 0, { moves: [{ id: "submit", name: text("Submit"), to: "large", trigger: { by: "person" } }] }),
      { id: "large", kind: "branch", stage: "open", name: text("Large?") },
      {
        id: "ask",
        kind: "approval",
        stage: "open",
        name: text("Ask"),
        who: [{ by: "role", role: "salesManager" }],
        mode: { by: "any" },
        onEmpty: { do: "incident" },
        onSelf: "allow",
        ...settings,
      },
      {
        id: "look",
        kind: "approval",
        stage: "open",
        name: text("Look"),
        who: [{ by: "role", role: "finance" }],
        mode: { by: "any" },
        onEmpty: { do: "incident" },
      },
      stage("sent", 1, { final: "done" }),
      stage("off", 2, { final: "void" }),
    ],
    edges: [
      { id: "e1", from: "begin", to: "open" },
      { id: "e2", from: "large", to: "ask", on: { kind: "when", when, order: 0 } },
      { id: "e3", from: "large", to: "look", on: { kind: "default" } },
      { id: "e4", from: "ask", to: "sent", on: { kind: "outcome", outcome: "approved" } },
      { id: "e5", from: "ask", to: "off", on: { kind: "outcome", outcome: "rejected" } },
      { id: "e6", from: "ask", to: "off", on: { kind: "outcome", outcome: "withdrawn" } },
      { id: "e7", from: "look", to: "sent", on: { kind: "outcome", outcome: "approved" } },
      { id: "e8", from: "look", to: "off", on: { kind: "outcome", outcome: "rejected" } },
      { id: "e9", from: "look", to: "off", on: { kind: "outcome", outcome: "withdrawn" } },
    ],
    controls: [control],
  } satisfies ProcessDefinitionInput);

const approved = { at: "step", step: "ask", outcome: "approved" } as const;
const sent = { at: "stage", stage: "sent" } as const;
const bySelf: Control = { id: "c", must: "notSamePerson", point: { at: "initiator" }, other: approved };
const passes: Control = { id: "c", must: "passes", when: "record.discount > 0.1", through: approved, before: sent };
const found = (definition: ProcessDefinition) => [
  ...checkDefinition(definition, {}).filter(({ path }) => path?.startsWith("controls")),
  ...proofFindings(definition, { schemas: recordSchemas }),
];

describe("a fix that can be pressed", () => {
  it.each<{ name: string; definition: ProcessDefinition; does: string; steps: readonly string[] }>([
    { name: "the initiator never decides", definition: asked(bySelf), does: "noSelfEver", steps: ["ask"] },
    {
      name: "the record is locked after it was looked at",
      definition: asked(passes),
      does: "lockRecord",
      steps: ["look"],
    },
  ])("$name, which is then proved", ({ definition, does, steps }) => {
    const [finding] = proofFindings(definition, { schemas: recordSchemas });
    const [fix] = finding ? fixesOf(definition, finding) : [];
    expect([fix?.does, fix?.steps?.map(({ id }) => id)]).toEqual([does, steps]);
    expect(proofFindings(fix?.edit(definition).definition ?? definition, { schemas: recordSchemas })).toEqual([]);
  });

  it.each<{ name: string; definition: ProcessDefinition }>([
    { name: "two steps of the same person", definition: asked({ ...bySelf, point: { at: "step", step: "look" } }) },
    {
      name: "a way that leaves it out whatever the record says",
      definition: asked({ ...passes, when: "record.discount > 0.05" }, {}, "record.margin > 0.3"),
    },
    {
      name: "something that must come first",
      definition: asked({ id: "c", must: "neverBefore", point: sent, before: [approved] }),
    },
  ])("is none for $name", ({ definition }) => {
    const findings = found(definition);
    expect(findings.map((finding) => fixesOf(definition, finding))).toEqual(findings.map(() => []));
  });

  it("takes away what speaks of something that is not drawn", () => {
    const definition = asked({ id: "c", must: "atMostOnce", point: { at: "stage", stage: "gone" } });
    const [finding] = checkDefinition(definition, {}).filter(({ code }) => code === "CONTROL_POINT_UNKNOWN");
    const [fix] = finding ? fixesOf(definition, finding) : [];
    expect(fix?.edit(definition).definition.controls).toBeUndefined();
  });
});

describe("a counter-example in words", () => {
  const told = (language: "en" | "zh", definition: ProcessDefinition) =>
    proofFindings(definition, { schemas: recordSchemas })
      .flatMap(exampleOf)
      .map((step, index, steps) => stepWords(sayingsIn(language), definition, step, steps.slice(0, index)))
      .map(({ did, saw, stands }) => [
        did,
        ...saw.map(({ field, value, isChanged }) => `${field} ${isChanged ? "now " : ""}${value}`),
        stands,
      ]);

  it("names who did what where, what was seen, and where the case stands then", () => {
    expect(told("en", asked(bySelf))).toEqual([
      ["Somebody begins the case", "Then at: open"],
      ["Somebody takes “Submit” out of “open”", "Discount on the whole 50%", "Then at: Ask"],
      ["Whoever began it approves “Ask”", "Then at: sent"],
    ]);
  });

  it("says what has changed since it was looked at: why it fails", () => {
    expect(told("en", asked(passes)).at(-1)).toEqual([
      "Somebody approves “Look”",
      "Discount on the whole now 50%",
      "Then at: sent",
    ]);
  });

  it("is Chinese where the reader is", () => {
    expect(told("zh", asked(passes)).map(([did]) => did)).toEqual([
      "某人发起流程",
      "某人在“open”执行“Submit”",
      "某人同意“Look”",
    ]);
  });
});
