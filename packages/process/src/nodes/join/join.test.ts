import { describe, expect, it } from "vitest";
import { finish, openAt } from "../../simulate/aCase.ts";
import { taskOf, type StepDraft } from "../../simulate/aProcess.ts";
import { running } from "../../simulate/running.ts";

type Wait = Extract<StepDraft, { kind: "join" }>["wait"];

describe("a join", () => {
  it.each<{ name: string; wait: Wait; finished: string[]; open: string[] }>([
    { name: "for all holds before the last", wait: { for: "all" }, finished: ["x", "y"], open: ["w: cat"] },
    { name: "for all lets go with the last", wait: { for: "all" }, finished: ["x", "y", "w"], open: ["z: dan"] },
    { name: "for two holds after one", wait: { for: "count", count: 2 }, finished: ["x"], open: ["y: bob", "w: cat"] },
    {
      name: "for two lets go with the second, while the rest runs",
      wait: { for: "count", count: 2 },
      finished: ["x", "w"],
      open: ["y: bob", "z: dan"],
    },
    {
      name: "for two that has let go takes the rest in and starts nothing anew",
      wait: { for: "count", count: 2 },
      finished: ["x", "w", "y"],
      open: ["z: dan"],
    },
    {
      name: "for two that cancels lets go with the second alone",
      wait: { for: "count", count: 2, rest: "cancel" },
      finished: ["x", "w"],
      open: ["z: dan"],
    },
    {
      name: "for the first lets go at once and cancels the rest",
      wait: { for: "first" },
      finished: ["y"],
      open: ["z: dan"],
    },
  ])("$name", ({ wait, finished, open }) => {
    const simulation = running(
      {
        p: { kind: "parallel" },
        x: taskOf("ann"),
        y: taskOf("bob"),
        w: taskOf("cat"),
        j: { kind: "join", wait },
        z: taskOf("dan"),
      },
      [
        ["p", "x"],
        ["p", "y"],
        ["p", "w"],
        ["x", "j"],
        ["y", "j"],
        ["w", "j"],
        ["j", "z"],
      ],
    );

    for (const step of finished) finish(simulation, step);

    expect(openAt(simulation)).toEqual(open);
  });
});
