import { describe, expect, it } from "vitest";
import { openAt } from "../../simulate/aCase.ts";
import { roles, taskOf } from "../../simulate/aProcess.ts";
import { running } from "../../simulate/running.ts";

describe("a copy", () => {
  it.each([
    {
      name: "reaches everybody it finds, each with a receipt of their own",
      to: ["bob", "cat"],
      copies: ["bob", "cat"],
    },
    { name: "to nobody informs nobody", to: ["nobody"], copies: [] },
  ])("$name, and nobody waits for it", ({ to, copies }) => {
    const simulation = running({ a: { kind: "cc", who: roles(...to) }, z: taskOf("ann") }, [["a", "z"]]);

    const opened = [...simulation.tasks.values()].filter((task) => task.kind === "copy");
    expect(opened.map((task) => task.people)).toEqual(copies.map((name) => [name]));
    expect(openAt(simulation)).toEqual(["z: ann"]);
  });
});
