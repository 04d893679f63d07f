import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import type { Story } from "../definition/story.ts";
import { compile } from "../kernel/compile.ts";
import { aProcess, guardOf, timerOf } from "../simulate/aProcess.ts";
import { aStory, definition, inADay, plan, submit, whole } from "./aStory.ts";
import { coverageOf } from "./coverage.ts";
import { playStory } from "./playStory.ts";

describe("what stories come past", () => {
  it("counts a step, a way and both sides of a condition once they were come past", () => {
    const small = aStory([submit], { record: { total: "50.00" } });
    const free = aStory([submit], { record: { total: "0.00" } });
    const missing = (...stories: readonly Story[]) => {
      const { nodes, ways, guards } = coverageOf(
        definition,
        stories.map((it) => playStory(plan, it).sighted),
      );
      return { nodes: nodes.missing, ways: ways.missing, guards: guards.missing };
    };
    expect(missing(aStory(whole))).toEqual({
      nodes: ["gone"],
      ways: ["w3", "w5", "w6", "drop", "forget"],
      guards: ["submit", "w2"],
    });
    expect(missing(aStory(whole), small).guards).toEqual(["submit"]);
    expect(missing(aStory(whole), small, free).guards).toEqual([]);
  });

  it("does not count ways of a step that was taken back", () => {
    const broken = aProcess({
      stages: {
        work: {
          entry: "t",
          steps: { t: timerOf(1), a: { kind: "branch" }, b: guardOf("deny", "record.total > 1000") },
        },
      },
      wires: [
        ["start", "work"],
        ["t", "a"],
        ["a", "b", "default"],
      ],
    });
    const played = playStory(
      compile(broken, recordSchemas),
      aStory([
        {
          when: { do: "pass", span: { ...inADay, amount: 3 } },
          expect: [{ see: "incident", problem: "GUARD_CLOSED" }],
        },
      ]),
    );
    expect(played.passed).toBe(true);
    expect(coverageOf(broken, [played.sighted]).ways.missing).toEqual(["w2", "w3"]);
  });
});
