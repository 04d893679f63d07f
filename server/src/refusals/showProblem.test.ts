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
});
