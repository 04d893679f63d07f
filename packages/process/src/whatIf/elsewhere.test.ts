import { describe, expect, it } from "vitest";
import { aCase } from "../simulate/aCase.ts";
import { approvalOf, aProcess, type ProcessDraft } from "../simulate/aProcess.ts";
import { aTrial, pastOf } from "../simulate/pastOf.ts";
import type { Simulation } from "../simulate/simulation.ts";
import { planFor } from "../simulate/takenOver.ts";
import { compare, isComparable } from "./compare.ts";
import { Learning } from "./learnt.ts";
import type { Assumption } from "./pastCase.ts";
import { refold } from "./refold.ts";

/** Ann is asked first, and these are after her. */
const asked = (...then: readonly string[]): ProcessDraft => ({
  stages: {
    work: {
      entry: "ann",
      steps: {
        ann: approvalOf(["ann"], { sendBack: {} }),
        ...Object.fromEntries(then.map((who, index) => [`then${index}`, approvalOf([who])])),
      },
    },
    won: { final: "won" },
    lost: { final: "lost" },
  },
  wires: [
    ["start", "work"],
    ["ann", then.length === 0 ? "won" : "then0", "outcome approved"],
    ["ann", "lost", "outcome rejected"],
    ...then.flatMap((_, index): ProcessDraft["wires"] => [
      [`then${index}`, index === then.length - 1 ? "won" : `then${index + 1}`, "outcome approved"],
      [`then${index}`, "lost", "outcome rejected"],
    ]),
  ],
});

/** What ann does so many hours after she is asked. */
const past = (act: "approve" | "reject" | "sendBack", hours: number): Simulation => {
  const simulation = aCase(aProcess(asked()));
  simulation.skipTo(`2027-01-01T0${hours}:00:00.000Z`);
  simulation.act("ann", "ann", { do: act });
  return simulation;
};

const tried = (
  history: readonly Simulation[],
  who: string,
  assumptions: Readonly<Record<string, Assumption>> = {},
  seed = "1",
) => {
  const trial = { ...aTrial(planFor(asked(who)), past("approve", 1).plan), assumptions, seed };
  const learning = new Learning(trial.clock);
  for (const it of history) learning.learn(refold(pastOf(it), trial) ?? { steps: [] });
  const known = pastOf(past("approve", 1), (fact) => (fact.fact === "people" ? [{ personId: who }] : undefined));
  const compared = compare(known, { trial, learnt: learning.known });
  if (!isComparable(compared)) return compared;
  const { now, drawn } = compared;
  return { outcome: now.end.outcome, endsAt: now.path.at(-1)?.at, from: drawn.get("then0") };
};

describe("a step that is new", () => {
  it.each([
    {
      name: "is decided as the same person decides elsewhere, in as much working time",
      was: tried([past("reject", 3)], "ann"),
      becomes: { outcome: "lost", endsAt: "2027-01-01T04:00:00.000Z", from: "elsewhere" },
    },
    {
      name: "is never sent back where it knows no sending back",
      was: tried([past("sendBack", 3), past("approve", 2)], "ann"),
      becomes: { outcome: "won", endsAt: "2027-01-01T03:00:00.000Z", from: "elsewhere" },
    },
    {
      name: "is decided as the admin says, before all",
      was: tried([past("reject", 3)], "ann", { then0: { result: "approve", workingMinutes: 30 } }),
      becomes: { outcome: "won", endsAt: "2027-01-01T01:30:00.000Z", from: "assumed" },
    },
    {
      name: "is taken for approved in four hours by whoever was never asked",
      was: tried([past("reject", 3)], "bob"),
      becomes: { outcome: "won", endsAt: "2027-01-01T05:00:00.000Z", from: "assumed" },
    },
  ])("$name", ({ was, becomes }) => {
    expect(was).toEqual(becomes);
  });

  it("is refused about as often as that person refuses elsewhere", () => {
    const history = [past("reject", 2), past("approve", 2), past("approve", 2), past("approve", 2)];
    const lost = Array.from({ length: 200 }, (_, seed) => tried(history, "ann", {}, String(seed))).filter(
      (it) => "outcome" in it && it.outcome === "lost",
    ).length;
    expect(lost).toBeGreaterThan(30);
    expect(lost).toBeLessThan(70);
  });
});
