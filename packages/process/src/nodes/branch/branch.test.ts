import { describe, expect, it } from "vitest";
import { aCase, openAt, refusedWith } from "../../simulate/aCase.ts";
import { aProcess, taskOf, type WireDraft } from "../../simulate/aProcess.ts";
import { running } from "../../simulate/running.ts";

const steps = { a: { kind: "branch" } as const, y: taskOf("ann"), n: taskOf("bob") };
const whenGo: WireDraft = ["a", "y", "when record.?note.orValue('') == 'go'"];

describe("a branch", () => {
  it.each([
    { name: "takes the wire whose condition holds", note: "go", open: ["y: ann"] },
    { name: "else the default", note: "stay", open: ["n: bob"] },
  ])("$name", ({ note, open }) => {
    const simulation = running(steps, [whenGo, ["a", "n", "default"]], { record: { note } });

    expect(openAt(simulation)).toEqual(open);
  });

  it("without a wire to take refuses the move", () => {
    const simulation = aCase(
      aProcess({
        stages: { first: { moves: { go: { to: "a", trigger: { by: "person" } } } }, second: { entry: "a", steps } },
        wires: [["start", "first"], whenGo],
      }),
    );

    simulation.move("ini", "go");

    expect([refusedWith(simulation), simulation.state.stage]).toEqual([["NO_BRANCH"], "first"]);
  });
});
