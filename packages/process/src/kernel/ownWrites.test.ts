import { describe, expect, it } from "vitest";
import { aCase } from "../simulate/aCase.ts";
import { aProcess, setting } from "../simulate/aProcess.ts";
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

describe("a step whose own writes change what it waits for", () => {
  it("notes what they made false, so that it is taken when it comes true again", () => {
    const simulation = aCase(setTo("stop"), { record: { note: "go" } });

    const noted = simulation.send(OWN, INBOX);
    simulation.change({ note: "go" });

    expect([noted.answer, simulation.state.stage]).toEqual(["advanced", "rest"]);
  });

  it("takes nothing by itself: what they made true is for the case to be told", () => {
    const simulation = aCase(setTo("go"), { record: { note: "wait" } });

    const noted = simulation.send(OWN, INBOX);
    const before = simulation.state.stage;
    simulation.change({});

    expect([noted.answer, before, simulation.state.stage]).toEqual(["superseded", "work", "rest"]);
  });
});
