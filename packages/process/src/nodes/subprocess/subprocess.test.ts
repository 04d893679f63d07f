import { describe, expect, it } from "vitest";
import type { Actor } from "../../kernel/event.ts";
import { openAt } from "../../simulate/aCase.ts";
import { taskOf } from "../../simulate/aProcess.ts";
import { running } from "../../simulate/running.ts";
import type { Simulation } from "../../simulate/simulation.ts";

const inbox: Actor = { kind: "system", name: "inbox" };
const children = (simulation: Simulation): string[] =>
  simulation.writes.flatMap((it) => (it.write === "openChild" ? [it.key] : []));
const end = (simulation: Simulation, index: number, outcome: string) =>
  simulation.send({ type: "childEnded", childKey: children(simulation)[index] ?? "none", outcome }, inbox);

describe("a sub-process", () => {
  it.each([
    { name: "leaves by the outcome of its child", outcome: "won", open: ["y: ann"] },
    { name: "leaves by its plain wire for any other", outcome: "lost", open: ["z: bob"] },
  ])("$name", ({ outcome, open }) => {
    const simulation = running({ a: { kind: "subprocess", process: "other" }, y: taskOf("ann"), z: taskOf("bob") }, [
      ["a", "y", "outcome won"],
      ["a", "z"],
    ]);
    expect(openAt(simulation)).toEqual([]);

    end(simulation, 0, outcome);

    expect(openAt(simulation)).toEqual(open);
  });

  it("that nobody waits for goes on at once", () => {
    const simulation = running({ a: { kind: "subprocess", process: "other", wait: false }, z: taskOf("bob") }, [
      ["a", "z"],
    ]);

    expect([children(simulation).length, openAt(simulation)]).toEqual([1, ["z: bob"]]);
  });
});
