import { describe, expect, it } from "vitest";
import { aCase, aFirm, refusedWith } from "../simulate/aCase.ts";
import { aProcess, approvalOf, roles, type StepDraft, type WireDraft } from "../simulate/aProcess.ts";
import type { Simulation } from "../simulate/simulation.ts";
import { advance } from "./advance.ts";
import { factOf, type Facts } from "./fact.ts";
import { MOST_ROUNDS } from "./rounds.ts";

const MOST_IN_A_ROW = 40;

const firm = Array.from({ length: MOST_IN_A_ROW }, (_, index) => ({ id: `person${index}`, roles: [`team${index}`] }));

/** So many steps one after the other, that all are gone through in one go. */
const inARow = (count: number, of: (index: number) => StepDraft, on = ""): Simulation => {
  const places = Array.from({ length: count }, (_, index) => index);
  return aCase(
    aProcess({
      stages: { only: { entry: "s0", steps: Object.fromEntries(places.map((index) => [`s${index}`, of(index)])) } },
      wires: [["start", "only"], ...places.slice(1).map((index): WireDraft => [`s${index - 1}`, `s${index}`, on])],
    }),
    {
      people: [...aFirm, ...firm],
      processes: "any",
      record: Object.fromEntries(places.map((index) => [`date${index}`, `2026-12-${10 + index}`])),
    },
  );
};

const assigned = (index: number): StepDraft => ({ kind: "assign", who: roles(`team${index}`) });

describe("a step that goes through many others in one go", () => {
  it.each<{ what: string; of: (index: number) => StepDraft; on?: string; asks: string }>([
    { what: "copies", of: (index) => ({ kind: "cc", who: roles(`team${index}`) }), asks: "people" },
    {
      what: "approvals that nobody is there for",
      of: (index) => approvalOf([`gone${index}`], { onEmpty: { do: "pass" } }),
      on: "outcome approved",
      asks: "people",
    },
    {
      what: "sub-processes that are not waited for",
      of: (index) => ({ kind: "subprocess", process: `other${index}`, wait: false }),
      asks: "process",
    },
    {
      what: "timers whose date has passed",
      of: (index) => ({ kind: "timer", wait: { until: "field", path: `date${index}` } }),
      asks: "endOfDay",
    },
  ])("asks for $what together", ({ of, on, asks }) => {
    const simulation = inARow(12, of, on);

    expect([refusedWith(simulation), simulation.state.status]).toEqual([[], "ended"]);
    expect(simulation.rounds).toBeLessThanOrEqual(4);
    expect(Object.keys(simulation.steps[0]?.answer.used ?? {}).filter((key) => factOf(key).fact === asks)).toHaveLength(
      12,
    );
  });

  it("asks one by one for the first two, so that a short step asks for nobody it does not need", () => {
    const { plan, steps } = inARow(12, (index) => ({ kind: "cc", who: roles(`team${index}`) }));
    const [{ before, event, answer } = expect.fail("it was not started")] = steps;
    const askedWith = (facts: Facts): number => {
      const next = advance(plan, before, event, facts);
      return next.answer === "needs" ? next.needs.length : 0;
    };
    const people = Object.entries(answer.used).filter(([key]) => factOf(key).fact === "people");

    const asked = people.map((_, known) => askedWith(Object.fromEntries(people.slice(0, known))));
    expect(asked).toEqual([1, 1, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it("takes as many picks as hang on each other within the limit, and refuses one more", () => {
    const most = MOST_ROUNDS - 3;

    expect(refusedWith(inARow(most, assigned))).toEqual([]);
    expect(refusedWith(inARow(most + 1, assigned))).toEqual(["STEP_TOO_LONG"]);
  });
});
