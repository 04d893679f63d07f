import { describe, expect, it } from "vitest";
import { openAt } from "../../simulate/aCase.ts";
import { taskOf, type StepDraft } from "../../simulate/aProcess.ts";
import { running, tell } from "../../simulate/running.ts";
import type { Simulation } from "../../simulate/simulation.ts";

const inBoth = (text: string) => ({ en: text, zh: text });
const race: StepDraft = {
  kind: "race",
  runners: [
    { key: "reply", name: inBoth("reply"), on: { kind: "message", message: "reply" } },
    {
      key: "late",
      name: inBoth("late"),
      on: { kind: "timer", after: { amount: 1, unit: "day", calendar: "elapsed" } },
    },
    {
      key: "ready",
      name: inBoth("ready"),
      on: { kind: "condition", condition: { when: "record.?note.orValue('') == 'go'" } },
    },
  ],
};

describe("a race", () => {
  it.each<{ name: string; happens: (simulation: Simulation) => void; open: string[] }>([
    { name: "a message", happens: (it) => tell(it, "reply"), open: ["m: ann"] },
    { name: "the time", happens: (it) => it.skipTo("2027-01-02T00:00:00.000Z"), open: ["t: bob"] },
    { name: "a condition", happens: (it) => it.change({ note: "go" }), open: ["c: cat"] },
  ])("is won by $name, and the others are forgotten", ({ happens, open }) => {
    const simulation = running({ a: race, m: taskOf("ann"), t: taskOf("bob"), c: taskOf("cat") }, [
      ["a", "m", "outcome reply"],
      ["a", "t", "outcome late"],
      ["a", "c", "outcome ready"],
    ]);

    happens(simulation);

    expect([openAt(simulation), simulation.state.waits.filter(({ node }) => node === "a")]).toEqual([open, []]);
  });
});
