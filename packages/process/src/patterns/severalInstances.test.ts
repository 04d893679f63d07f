import { describe, expect, it } from "vitest";
import { aCase, standingAt } from "../simulate/aCase.ts";
import { ann, openAfter, work, type Pattern } from "../simulate/aPattern.ts";
import { aProcess } from "../simulate/aProcess.ts";
import type { Simulation } from "../simulate/simulation.ts";

function endChild(simulation: Simulation, index: number): void {
  const child = simulation.state.waits.filter((wait) => wait.kind === "child")[index];
  simulation.send(
    { type: "childEnded", childKey: child?.id ?? "none", outcome: "done" },
    { kind: "system", name: "inbox" },
  );
}

const patterns: readonly Pattern[] = [
  {
    name: "WCP-12 several instances, not waited for",
    draft: work({ a: { kind: "subprocess", process: "other", each: "['x', 'y']", wait: false }, z: ann }, [["a", "z"]]),
    open: ["z"],
  },
  {
    name: "WCP-13 several instances, known when drawn: waits for all",
    draft: work({ a: { kind: "subprocess", process: "other", each: "['x', 'y']" }, z: ann }, [["a", "z"]]),
    play: (it) => endChild(it, 0),
    open: [],
  },
  {
    name: "WCP-13 several instances, known when drawn: goes on after all",
    draft: work({ a: { kind: "subprocess", process: "other", each: "['x', 'y']" }, z: ann }, [["a", "z"]]),
    play: (it) => (endChild(it, 0), endChild(it, 0)),
    open: ["z"],
  },
  {
    name: "WCP-14 several instances, known when entered",
    draft: work({ a: { kind: "subprocess", process: "other", each: "vars.list" }, z: ann }, [["a", "z"]], {
      variables: { list: "list" },
    }),
    open: ["z"],
  },
];

describe("workflow patterns of several instances", () => {
  it.each(patterns)("$name", (pattern) => {
    expect(openAfter(pattern)).toEqual(pattern.open);
  });

  it("WCP-15 several instances with no number known beforehand: opened as events ask, by a move of the stage", () => {
    const simulation = aCase(
      aProcess({
        stages: {
          work: {
            entry: "a",
            steps: { a: ann, one: { kind: "subprocess", process: "other" } },
            moves: { more: { to: "one", trigger: { by: "message", message: "more" } } },
          },
        },
        wires: [["start", "work"]],
      }),
      { processes: { other: 1 } },
    );

    for (const id of ["m1", "m2", "m3"])
      simulation.send(
        { type: "message", id, message: "more", key: null, payload: {} },
        { kind: "system", name: "inbox" },
      );

    expect(standingAt(simulation)).toEqual(["a", "one", "one", "one"]);
  });

  it("WCP-17 interleaved parallel routing: one at a time, by a serial list", () => {
    const simulation = aCase(
      aProcess(work({ a: { kind: "subprocess", process: "other", each: "['x', 'y']", run: "serial" } }, [])),
      { processes: { other: 1 } },
    );

    expect(simulation.state.waits.filter((wait) => wait.kind === "child")).toHaveLength(1);
    endChild(simulation, 0);
    expect(simulation.state.waits.filter((wait) => wait.kind === "child")).toHaveLength(1);
    endChild(simulation, 0);
    expect(simulation.state.status).toBe("ended");
  });
});
