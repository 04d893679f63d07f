import { describe, expect, it } from "vitest";
import { aCase } from "../simulate/aCase.ts";
import { aProcess, taskOf, type ProcessDraft } from "../simulate/aProcess.ts";
import { aTrial, pastOf } from "../simulate/pastOf.ts";
import type { Simulation } from "../simulate/simulation.ts";
import { planFor } from "../simulate/takenOver.ts";
import { compare, isComparable } from "./compare.ts";
import { Learning } from "./learnt.ts";
import { refold } from "./refold.ts";

/** Calls another process for large ones, and goes by what it brought back. */
const calling = (limit: number): ProcessDraft => ({
  variables: { found: "text" },
  stages: {
    work: {
      entry: "large",
      steps: {
        large: { kind: "branch" },
        call: { kind: "subprocess", process: "other", bringBack: { found: "said" } },
        see: { kind: "branch" },
        ask: taskOf("ann"),
      },
    },
    won: { final: "won" },
    lost: { final: "lost" },
    done: { final: "done" },
  },
  wires: [
    ["start", "work"],
    ["large", "call", `when record.total > decimal('${limit}')`],
    ["large", "done", "default"],
    ["call", "see", "outcome good"],
    ["call", "lost"],
    ["see", "won", "when vars.?found.orValue('') == 'yes'"],
    ["see", "ask", "default"],
  ],
});

const played = (total: string, ending: { outcome: string; brings?: { said: string } } | null): Simulation => {
  const simulation = aCase(aProcess(calling(100)), { record: { total }, processes: { other: 1 } });
  const child = simulation.writes.find((write) => write.write === "openChild");
  if (ending !== null && child !== undefined)
    simulation.send({ type: "childEnded", childKey: child.key, ...ending }, { kind: "system", name: "inbox" });
  return simulation;
};

/** How a case ends, by many seeds, that would call the other process now and never did. */
const endsAfter = (...history: readonly Simulation[]): ReadonlySet<string> => {
  const past = played("50", null);
  const trial = aTrial(planFor(calling(10)), past.plan);
  const learning = new Learning(trial.clock);
  for (const it of history) learning.learn(refold(pastOf(it), trial) ?? { steps: [] });
  const known = pastOf(past, (fact) =>
    fact.fact === "process" ? { version: 1 } : fact.fact === "people" ? [{ personId: "ann" }] : undefined,
  );
  return new Set(
    Array.from({ length: 40 }, (_, seed) => {
      const compared = compare(known, { trial: { ...trial, seed: String(seed) }, learnt: learning.known });
      if (!isComparable(compared)) return "none";
      const { path, end } = compared.now;
      return path.some(({ node }) => node === "ask") ? "asked" : (end.outcome ?? "open");
    }),
  );
};

describe("a sub-process that a case never came to", () => {
  it.each([
    {
      name: "ends as others did, and brings back what they brought",
      history: [played("200", { outcome: "good", brings: { said: "yes" } })],
      ends: ["won"],
    },
    {
      name: "brings nothing back where they brought nothing",
      history: [played("200", { outcome: "good" })],
      ends: ["asked"],
    },
    {
      name: "brings back what came with that very outcome",
      history: [
        played("200", { outcome: "good", brings: { said: "yes" } }),
        played("200", { outcome: "bad", brings: { said: "no" } }),
      ],
      ends: ["lost", "won"],
    },
    {
      name: "brings back the one thing or the other, as history has both",
      history: [
        played("200", { outcome: "good", brings: { said: "yes" } }),
        played("200", { outcome: "good", brings: { said: "no" } }),
      ],
      ends: ["asked", "won"],
    },
  ])("$name", ({ history, ends }) => {
    expect([...endsAfter(...history)].toSorted()).toEqual(ends);
  });
});
