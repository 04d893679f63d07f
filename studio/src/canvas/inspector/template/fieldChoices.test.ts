import { recordSchemas } from "@sluice/domain";
import { templateFaults } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { sayingsIn } from "../../fixture/sayingsIn.ts";
import { fieldChoices } from "./fieldChoices.ts";

const scope = {
  schemas: recordSchemas,
  recordType: "quote",
  variables: new Map([["rounds", { type: "integer", name: { en: "Rounds", zh: "轮次" }, isCertain: true }]] as const),
  isCondition: false,
  watched: false,
};

describe("what may be put into a text", () => {
  it.each([
    { language: "en", groups: ["Quote", "Customer", "Variables", "Case"], name: "Grade" },
    { language: "zh", groups: ["报价单", "客户", "变量", "流程实例"], name: "等级" },
  ] as const)("is grouped by what it belongs to, in $language", ({ language, groups, name }) => {
    const choices = fieldChoices(sayingsIn(language), scope);
    expect(choices.map(({ group }) => group)).toEqual(expect.arrayContaining([...groups]));
    expect(choices.flatMap(({ items }) => items)).toContainEqual({ value: "record.customer.grade", label: name });
  });

  it.each([
    { value: "record.owner", en: "Owner: name", zh: "负责人（姓名）" },
    { value: "case.decidedBy", en: "Who decided last: name", zh: "最近的处理人（姓名）" },
  ])("has people by their names: $value", ({ value, en, zh }) => {
    const named = (["en", "zh"] as const).map((language) =>
      fieldChoices(sayingsIn(language), scope)
        .flatMap(({ items }) => items)
        .find((item) => item.value === value),
    );
    expect(named.map((item) => item?.label)).toEqual([en, zh]);
  });

  it("is all there, once", () => {
    const paths = fieldChoices(sayingsIn("en"), scope).flatMap(({ items }) => items.map(({ value }) => value));
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.flatMap((path) => templateFaults(`{{${path}}}`, "en", scope))).toEqual([]);
  });

  it("knows no record where nothing is known of it", () => {
    const groups = fieldChoices(sayingsIn("en"), { ...scope, recordType: null }).map(({ group }) => group);
    expect(groups).toEqual(["Variables", "Case"]);
  });
});
