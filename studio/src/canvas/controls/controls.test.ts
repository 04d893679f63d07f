import { type Act, checkDefinition, type Control, processDefinitionSchema } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import { sayingsIn } from "../fixture/sayingsIn.ts";
import { addControl, freshControl, removeControl, templates } from "./controlEdits.ts";
import { controlWords } from "./controlWords.ts";
import { type PointKind, pointChoices, pointOfValue, valueOfPoint } from "./pointChoices.ts";

const definition = aQuoteProcess();
const [english, chinese] = [sayingsIn("en"), sayingsIn("zh")];
const labels = (kind: PointKind, chosen: readonly Act[] = []): readonly string[] =>
  pointChoices(english, definition, { kind, chosen }).flatMap(({ items }) => items.map(({ label }) => label));

describe("a sentence of each template", () => {
  it.each(templates)("%s is about what is drawn", (must) => {
    const { definition: after } = addControl(must)(definition);
    expect(processDefinitionSchema.safeParse(after).success).toBe(true);
    const found = checkDefinition(after, {}).filter(({ path }) => path?.startsWith("controls"));
    expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("has an id of its own, and leaves nothing behind when it is taken away", () => {
    const one = addControl("atMostOnce")(definition).definition;
    const two = addControl("atMostOnce")(one).definition;
    expect(two.controls?.map(({ id }) => id)).toEqual(["control", "control2"]);
    expect(removeControl(0)(two).definition.controls?.map(({ id }) => id)).toEqual(["control2"]);
    expect(removeControl(0)(one).definition).toEqual(definition);
  });
});

describe("a point", () => {
  it.each<Act>([
    { at: "initiator" },
    { at: "milestone", milestone: "quote.sent" },
    { at: "stage", stage: "draft" },
    { at: "step", step: "manager" },
    { at: "step", step: "manager", outcome: "approved" },
  ])("$at reads back what it wrote", (point) => {
    expect(pointOfValue(valueOfPoint(point))).toEqual(point);
  });

  it("is a stage, a step with its outcomes, or a milestone that is known", () => {
    expect(labels("any")).toEqual(
      expect.arrayContaining([
        "Draft",
        "Manager approval",
        "Manager approval · approved",
        "Discount",
        "Cost stands good",
      ]),
    );
    expect(labels("any")).not.toContain("Starting the case");
  });

  it("is the work of people where it is about who does it", () => {
    expect(labels("actOrInitiator")).toEqual(
      expect.arrayContaining(["Starting the case", "Manager approval · approved"]),
    );
    expect(labels("act")).not.toContain("Starting the case");
    for (const other of ["Draft", "Discount", "Cost stands good"]) expect(labels("act")).not.toContain(other);
  });

  it("stays choosable when it is no longer drawn", () => {
    expect(labels("any", [{ at: "stage", stage: "gone" }])).toContain("gone (not drawn)");
  });
});

const passes: Control = {
  id: "c",
  must: "passes",
  when: "record.effectiveDiscount > 0.15",
  through: { at: "step", step: "manager", outcome: "approved" },
  before: { at: "milestone", milestone: "quote.sent" },
};

describe("a control point in words", () => {
  it.each<{ name: string; control: Control; en: string; zh: string }>([
    {
      name: "its condition is a sentence",
      control: passes,
      en: "Where Effective discount is more than 15%, always “Manager approval” approved before “Quote sent”",
      zh: "当综合折扣 大于 15%时，“报价已发出”之前必经“经理审批”同意",
    },
    {
      name: "what is no comparison stands as it is written",
      control: { ...passes, when: "size(record.lines) > 1" },
      en: "Where size(record.lines) > 1, always “Manager approval” approved before “Quote sent”",
      zh: "当size(record.lines) > 1时，“报价已发出”之前必经“经理审批”同意",
    },
    {
      name: "what always holds is not said",
      control: { ...passes, when: "true" },
      en: "Always “Manager approval” approved before “Quote sent”",
      zh: "“报价已发出”之前必经“经理审批”同意",
    },
    {
      name: "a milestone that an admin made up goes by its key",
      control: {
        ...freshControl(definition, "atMostOnce", "c"),
        point: { at: "milestone", milestone: "own.word" },
      } as Control,
      en: "“own.word” at most once",
      zh: "“own.word”至多一次",
    },
  ])("$name", ({ control, en, zh }) => {
    expect(controlWords(english, definition, control)).toBe(en);
    expect(controlWords(chinese, definition, control)).toBe(zh);
  });
});
