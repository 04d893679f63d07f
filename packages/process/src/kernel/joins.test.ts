import { describe, expect, it } from "vitest";
import { aCase, finish, openAt } from "../simulate/aCase.ts";
import { aProcess, taskOf, type WireDraft } from "../simulate/aProcess.ts";
import { running, tell } from "../simulate/running.ts";

const ann = taskOf("ann");

describe("joins", () => {
  const nested: readonly WireDraft[] = [
    ["p", "q"],
    ["p", "c"],
    ["q", "a"],
    ["q", "b"],
    ["a", "j"],
    ["b", "j"],
    ["c", "j"],
    ["j", "z"],
  ];

  it.each([
    { name: "waits for the outer path too", done: ["a", "b"], open: ["c: ann"] },
    { name: "goes on once when all have come", done: ["a", "b", "c"], open: ["z: ann"] },
    { name: "in any order", done: ["c", "b", "a"], open: ["z: ann"] },
  ])("one join that closes two splits $name", ({ done, open }) => {
    const simulation = running(
      { p: { kind: "parallel" }, q: { kind: "parallel" }, a: ann, b: ann, c: ann, j: { kind: "join" }, z: ann },
      nested,
    );
    for (const node of done) finish(simulation, node);

    expect(openAt(simulation)).toEqual(open);
  });

  it("inner and outer joins each close their own split, in a loop around both", () => {
    const simulation = running(
      {
        p: { kind: "parallel" },
        q: { kind: "parallel" },
        a: ann,
        b: ann,
        c: ann,
        i: { kind: "join" },
        o: { kind: "join" },
        z: ann,
      },
      [
        ["p", "q"],
        ["p", "c"],
        ["q", "a"],
        ["q", "b"],
        ["a", "i"],
        ["b", "i"],
        ["i", "o"],
        ["c", "o"],
        ["o", "z"],
        ["z", "p", "*3"],
      ],
    );
    for (const node of ["a", "b", "c", "z", "c", "b", "a"]) finish(simulation, node);

    expect(openAt(simulation)).toEqual(["z: ann"]);
    expect(simulation.state.scopes.filter((scope) => scope.kind === "fork")).toEqual([]);
  });

  it.each([
    { name: "the joined paths first", order: ["a", "b", "c"] },
    { name: "the third path first", order: ["c", "a", "b"] },
    { name: "the third path between", order: ["a", "c", "b"] },
  ])("of some paths keeps them within their split, for the join of all: $name", ({ order }) => {
    const simulation = running(
      { p: { kind: "parallel" }, a: ann, b: ann, c: ann, i: { kind: "join" }, o: { kind: "join" }, z: ann },
      [
        ["p", "a"],
        ["p", "b"],
        ["p", "c"],
        ["a", "i"],
        ["b", "i"],
        ["i", "o"],
        ["c", "o"],
        ["o", "z"],
      ],
    );
    for (const node of order) finish(simulation, node);

    expect(openAt(simulation)).toEqual(["z: ann"]);
    expect(simulation.state.scopes.filter((scope) => scope.kind === "fork")).toEqual([]);
  });

  it("two runs of one block started by a move do not join each other", () => {
    const simulation = aCase(
      aProcess({
        stages: {
          work: {
            steps: { p: { kind: "parallel" }, a: ann, b: ann, j: { kind: "join" }, z: ann },
            moves: { run: { to: "p", trigger: { by: "message", message: "run" } } },
          },
        },
        wires: [
          ["start", "work"],
          ["p", "a"],
          ["p", "b"],
          ["a", "j"],
          ["b", "j"],
          ["j", "z"],
        ],
      }),
    );
    tell(simulation, "run", "m1");
    tell(simulation, "run", "m2");
    for (const task of [...simulation.tasks.values()].filter((it) => it.node === "a"))
      simulation.send(
        {
          type: "task",
          task: task.key,
          act: { do: "complete", outcome: "done" },
          comment: null,
          attachments: [],
          signature: null,
          form: {},
        },
        { kind: "person", personId: "ann" },
      );

    expect(openAt(simulation)).toEqual(["b: ann", "b: ann"]);
    finish(simulation, "b");
    expect(openAt(simulation)).toEqual(["b: ann", "z: ann"]);
  });
});
