import { describe, expect, it } from "vitest";
import { finish, openAt, refusedWith } from "../../simulate/aCase.ts";
import { roles, taskOf } from "../../simulate/aProcess.ts";
import { running } from "../../simulate/running.ts";

describe("a task", () => {
  it("opens for those it finds and goes on when one of them has done it", () => {
    const simulation = running({ a: taskOf("ann", "bob"), z: taskOf("cat") }, [["a", "z"]]);
    expect(openAt(simulation)).toEqual(["a: ann,bob"]);

    finish(simulation, "a");

    expect(openAt(simulation)).toEqual(["z: cat"]);
  });

  it("is not done by somebody it was not given to", () => {
    const simulation = running({ a: taskOf("ann"), z: taskOf("cat") }, [["a", "z"]]);

    simulation.act("dan", "a", { do: "complete", outcome: "done" });

    expect([refusedWith(simulation), openAt(simulation)]).toEqual([["TASK_NOT_YOURS"], ["a: ann"]]);
  });

  it("leaves by the wire of its outcome", () => {
    const outcomes = ["yes", "no"].map((key) => ({ key, name: { en: key, zh: key } }));
    const simulation = running(
      { a: { kind: "task", who: roles("ann"), outcomes }, y: taskOf("bob"), n: taskOf("cat") },
      [
        ["a", "y", "outcome yes"],
        ["a", "n", "outcome no"],
      ],
    );

    finish(simulation, "a", "no");

    expect(openAt(simulation)).toEqual(["n: cat"]);
  });
});
