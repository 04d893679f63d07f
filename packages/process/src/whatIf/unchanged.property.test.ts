import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aTrial, pastOf } from "../simulate/pastOf.ts";
import { aRandomCase, type RandomCase } from "../simulate/random/aRandomCase.ts";
import { playOut } from "../simulate/random/playOut.ts";
import type { Simulation } from "../simulate/simulation.ts";
import { compare, isComparable } from "./compare.ts";
import { NOTHING_LEARNT } from "./learnt.ts";

const numRuns = Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / 2);

/** A random case that an admin cancels in the end, where it has not come to one by itself. */
const closed = (random: RandomCase): Simulation => {
  const { simulation } = playOut(random);
  simulation.skipTo(simulation.at);
  simulation.send({ type: "intervene", act: { do: "cancel" }, reason: "over" }, { kind: "person", personId: "admin" });
  return simulation;
};

describe("what-if of an unchanged definition over its own cases", () => {
  it("answers every question by what the case itself saw, flips nothing and goes no other way", () => {
    fc.assert(
      fc.property(aRandomCase, (random) => {
        const simulation = closed(random);
        const compared = compare(pastOf(simulation), { trial: aTrial(simulation.plan), learnt: NOTHING_LEARNT });
        const told = isComparable(compared)
          ? { path: compared.now.path, isOther: compared.goesOtherwise || compared.isFlipped }
          : compared;
        expect(told).toEqual(
          isComparable(compared) ? { path: compared.was.path, isOther: false } : { caseId: "c1", log: "forbidden" },
        );
      }),
      { numRuns },
    );
  });
});
