import { describe, expect, it } from "vitest";
import { aCase } from "../simulate/aCase.ts";
import { aProcess, setting } from "../simulate/aProcess.ts";
import type { Simulation } from "../simulate/simulation.ts";
import type { Actor, Happening } from "./event.ts";

const INBOX: Actor = { kind: "system", name: "inbox" };
const OWN: Happening = { type: "factsChanged", byItself: true };
const setTo = (note: string) =>
  aProcess({
    stages: {
      work: {
        entry: "a",
        steps: { a: setting("note", `'${note}'`) },
        moves: {
          go: { to: "rest", trigger: { by: "condition", condition: { when: "record.?note.orValue('') == 'go'" } } },
        },
      },
      rest: {},
    },
    wires: [["start", "work"]],
  });

/** A case as its first step left it, before it hears of what that step changed. */
const justStarted = (sets: string, was: string): Simulation => {
  const simulation = aCase(setTo(sets), { record: { note: was } });
  const [first] = simulation.steps;
  if (first) simulation.state = first.answer.state;
  return simulation;
};

describe("a step whose own writes change what it waits for", () => {
  it("notes what they made false, so that it is taken when it comes true again", () => {
    const simulation = justStarted("stop", "go");

    const noted = simulation.send(OWN, INBOX);
    simulation.change({ note: "go" });

    expect([noted.answer, simulation.state.stage]).toEqual(["advanced", "rest"]);
  });

  it("takes nothing by itself: what they made true is for the case to be told", () => {
    const simulation = justStarted("go", "wait");

    const noted = simulation.send(OWN, INBOX);
    const before = simulation.state.stage;
    simulation.change({});

    expect([noted.answer, before, simulation.state.stage]).toEqual(["superseded", "work", "rest"]);
  });

  it("is told right after, in the simulator as at the door", () => {
    expect(aCase(setTo("go"), { record: { note: "wait" } }).state.stage).toBe("rest");
    expect(aCase(setTo("stop"), { record: { note: "wait" } }).state.stage).toBe("work");
  });
});
