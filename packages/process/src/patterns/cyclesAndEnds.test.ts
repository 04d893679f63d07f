import { describe, expect, it } from "vitest";
import { checkDefinition } from "../check/checkDefinition.ts";
import { finish } from "../simulate/aCase.ts";
import { ann, openAfter, split, work, type Pattern } from "../simulate/aPattern.ts";
import { aProcess, timerOf } from "../simulate/aProcess.ts";

const inBoth = { en: "it", zh: "它" };

const patterns: readonly Pattern[] = [
  {
    name: "WCP-10 arbitrary cycle",
    draft: work(
      {
        a: {
          ...ann,
          kind: "task",
          outcomes: [
            { key: "again", name: inBoth },
            { key: "on", name: inBoth },
          ],
        } as typeof ann,
        b: ann,
        z: ann,
      },
      [
        ["a", "b", "outcome on"],
        ["a", "z", "outcome again"],
        ["z", "a", "*2"],
      ],
    ),
    play: (it) => (finish(it, "a", "again"), finish(it, "z"), finish(it, "a", "on")),
    open: ["b"],
  },
  {
    name: "WCP-11 implicit termination",
    draft: work({ a: split, b: ann, c: ann }, [
      ["a", "b"],
      ["a", "c"],
    ]),
    play: (it) => (finish(it, "b"), finish(it, "c")),
    open: ["ended"],
  },
  {
    name: "WCP-11 implicit termination: not while anything is open",
    draft: work({ a: split, b: ann, c: ann }, [
      ["a", "b"],
      ["a", "c"],
    ]),
    play: (it) => finish(it, "b"),
    open: ["c"],
  },
  {
    name: "WCP-19 cancel activity: time takes the task away",
    draft: work(
      { a: { ...ann, sla: { due: { amount: 1, unit: "day", calendar: "elapsed" } } } as typeof ann, z: ann },
      [["a", "z", "timeout"]],
    ),
    play: (it) => it.skipTo("2027-01-02T00:00:00.000Z"),
    open: ["z"],
  },
  {
    name: "WCP-20 cancel case",
    draft: work({ a: split, b: ann, c: timerOf(9) }, [
      ["a", "b"],
      ["a", "c"],
    ]),
    play: (it) =>
      it.send(
        { type: "intervene", act: { do: "cancel" }, reason: "not wanted" },
        { kind: "person", personId: "admin" },
      ),
    open: ["ended"],
  },
];

describe("workflow patterns of cycles, ends and cancelling", () => {
  it.each(patterns)("$name", (pattern) => {
    expect(openAfter(pattern)).toEqual(pattern.open);
  });

  it.each([
    {
      name: "WCP-10 a circle without bound is refused",
      draft: work({ a: ann, b: ann, z: ann }, [
        ["a", "b"],
        ["b", "a", "outcome again"],
        ["b", "z"],
      ]),
      code: "WAY_BACK_UNBOUNDED",
    },
  ])("$name", ({ draft, code }) => {
    const errors = checkDefinition(aProcess(draft))
      .filter((finding) => finding.severity === "error")
      .map((finding) => finding.code);

    expect(errors).toEqual(code === null ? [] : [code]);
  });
});
