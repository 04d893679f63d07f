import { findRecordSchema } from "@sluice/domain";
import { problem } from "@sluice/problems";
import { describe, expect, it } from "vitest";
import { showProblem } from "./showProblem.ts";

const names = { personName: () => "Wang Fang", roleName: (key: string) => `the ${key}` };
const closed = problem(
  "GUARD_CLOSED",
  { failed: ["margin >= 0.15"], saw: { margin: "0.08", discount: "0.13" } },
  {
    sentence: { en: "The margin is too thin.", zh: "毛利过低。" },
    whoCanClear: [{ role: "finance" }, { personId: "p1", name: "" }],
  },
);

describe("showProblem", () => {
  it("speaks the reader's language and names who can clear it", () => {
    const shown = showProblem(closed, { ...names, language: "zh", mask: (_path, value) => value });
    expect(shown.message).toBe("毛利过低。");
    expect(shown.whoCanClear).toEqual([
      { label: "the finance", role: "finance" },
      { label: "Wang Fang", personId: "p1" },
    ]);
  });

  it("masks what the rule saw and keeps its sentence", () => {
    const shown = showProblem(closed, {
      ...names,
      language: "en",
      mask: (path, value) => (path === "margin" ? "•••" : value),
    });
    expect(shown.values["saw"]).toEqual({ margin: "•••", discount: "0.13" });
    expect(shown.message).toBe("The margin is too thin.");
  });

  it("tells nothing of what the rule saw when the record is not known", () => {
    const shown = showProblem(closed, { ...names, language: "en", mask: null });
    expect(shown.values).toEqual({ failed: ["margin >= 0.15"] });
  });

  it("calls what a process names as its reader does, one or many", () => {
    const drawn = new Map([
      ["Submit", "提交"],
      ["Give an opinion", "给出意见"],
    ]);
    const given = problem("RECORD_HELD", { move: "Submit", work: ["Give an opinion", "Unknown"] });

    const shown = showProblem(given, { ...names, language: "zh", mask: null, drawn });

    expect(shown.message).toBe("“给出意见, Unknown”处理期间，“提交”不可用。");
    expect(shown.values).toEqual(given.values);
  });

  it.each([
    {
      name: "an act and a record type",
      given: problem("NOT_ALLOWED", { action: "move", recordType: "costSheet" }),
      recordType: null,
      says: ["You may not move this cost sheet.", "您无权推进此成本单。"],
    },
    {
      name: "what is no record",
      given: problem("NOT_FOUND", { recordType: "case" }),
      recordType: null,
      says: ["There is no such case, or you may not see it.", "流程实例不存在，或您无权查看。"],
    },
    {
      name: "a field by its label",
      given: problem("REQUIRED_FIELD", { field: "validUntil" }),
      recordType: "quote",
      says: ["Valid until is missing.", "缺少有效期至。"],
    },
    {
      name: "a field of a line by both",
      given: problem("REQUIRED_FIELD", { field: "lines.1.rate" }),
      recordType: "costSheet",
      says: ["Rate (line 2) is missing.", "缺少第2行汇率。"],
    },
    {
      name: "a field as it is where nothing is known of its record",
      given: problem("REQUIRED_FIELD", { field: "validUntil" }),
      recordType: null,
      says: ["validUntil is missing.", "缺少validUntil。"],
    },
  ])("calls $name as its reader does, and keeps the key for programs", ({ given, recordType, says }) => {
    const shown = (["en", "zh"] as const).map((language) =>
      showProblem(given, {
        ...names,
        language,
        mask: null,
        schema: recordType === null ? null : findRecordSchema(recordType),
      }),
    );

    expect(shown.map(({ message }) => message)).toEqual(says);
    expect(shown.map(({ values }) => values)).toEqual([given.values, given.values]);
  });
});
