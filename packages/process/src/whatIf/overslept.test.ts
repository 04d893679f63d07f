import { describe, expect, it } from "vitest";
import type { Actor } from "../kernel/event.ts";
import { aCase, finish as done } from "../simulate/aCase.ts";
import { aProcess, setting, taskOf, timerOf, type ProcessDraft, type StepDraft } from "../simulate/aProcess.ts";
import { aTrial, pastOf } from "../simulate/pastOf.ts";
import type { Simulation } from "../simulate/simulation.ts";
import { afterSpan } from "../simulate/spans.ts";
import { planFor } from "../simulate/takenOver.ts";
import { compare, isComparable } from "./compare.ts";
import { NOTHING_LEARNT } from "./learnt.ts";
import type { PastCase } from "./pastCase.ts";

const clock: Actor = { kind: "system", name: "clock" };
const day = (number: number): string => `2027-01-${String(number).padStart(2, "0")}T00:00:00.000Z`;

/** It is forgotten after so many days, unless somebody finishes it before. */
const forgottenAfter = (amount: number, when = "true"): ProcessDraft => ({
  stages: {
    open: {
      moves: {
        finish: {
          to: "won",
          trigger: { by: "person" },
          guard: { condition: { when }, sentence: { en: "enough", zh: "足够" } },
        },
        forget: { to: "lost", trigger: { by: "timer", after: { amount, unit: "day", calendar: "elapsed" } } },
      },
    },
    won: { final: "won" },
    lost: { final: "lost" },
  },
  wires: [["start", "open"]],
});

/** Once ann has let go of the record, what came true meanwhile is asked for by an alarm that is due at that very instant. */
const released: ProcessDraft = {
  stages: {
    work: {
      entry: "both",
      steps: {
        both: { kind: "parallel" },
        hold: { ...taskOf("ann"), holdsRecord: true } as StepDraft,
        tell: taskOf("bob"),
        wait: timerOf(1),
        seen: setting("note", "'seen'"),
      },
      moves: {
        come: { to: "won", trigger: { by: "condition", condition: { when: "record.total > decimal('100')" } } },
        drop: { to: "lost", trigger: { by: "person" } },
      },
    },
    won: { final: "won" },
    lost: { final: "lost" },
  },
  wires: [
    ["start", "work"],
    ["both", "hold"],
    ["both", "tell"],
    ["both", "wait"],
    ["wait", "seen"],
  ],
};

/** Spans are counted as they are, and the total was never another one; of the rest nothing is known. */
const spans: PastCase["trail"] = (fact) => {
  if (fact.fact === "field") return fact.path === "total" ? "50" : undefined;
  return fact.fact === "dueAt" ? afterSpan(fact.from, fact.span) : undefined;
};

const played = (draft: ProcessDraft, play: (simulation: Simulation) => void): Simulation => {
  const simulation = aCase(aProcess(draft), { record: { validUntil: "2026-12-01", total: "50" } });
  play(simulation);
  return simulation;
};

/** What is done on a day on which the alarms of before have not rung. */
const asleepUntil = (number: number, act: (simulation: Simulation) => void) => (simulation: Simulation) => {
  simulation.at = day(number);
  act(simulation);
};
const ring = (simulation: Simulation): void => {
  simulation.send({ type: "alarmRang", dueAt: simulation.alarmAt ?? "" }, clock);
};
const win = (simulation: Simulation): void => {
  simulation.move("ini", "finish");
};
/** A first alarm rings at its instant, at which the record is let go of, too. */
const release = (simulation: Simulation): void => {
  simulation.change({ total: "200" });
  ring(simulation);
  done(simulation, "hold");
};

interface Case {
  readonly name: string;
  readonly past: Simulation;
  readonly draft: ProcessDraft;
  readonly was: string;
  readonly now: string;
  readonly endsOn: number;
  /** Its way is another one than before. */
  readonly otherwise?: boolean;
}

describe("an alarm in a what-if", () => {
  it.each<Case>([
    {
      name: "rings when it rang, late as it was",
      past: played(forgottenAfter(9), asleepUntil(12, ring)),
      draft: forgottenAfter(9),
      was: "lost",
      now: "lost",
      endsOn: 12,
    },
    {
      name: "does not ring where it was overslept until nobody wanted it",
      past: played(forgottenAfter(9), asleepUntil(12, win)),
      draft: forgottenAfter(9),
      was: "won",
      now: "won",
      endsOn: 12,
    },
    {
      name: "does not ring before what was done at the very instant that it was due",
      past: played(forgottenAfter(9), asleepUntil(10, win)),
      draft: forgottenAfter(9),
      was: "won",
      now: "won",
      endsOn: 10,
    },
    {
      name: "rings at last where what ended the case is refused now",
      past: played(forgottenAfter(9), asleepUntil(12, win)),
      draft: forgottenAfter(9, "record.total > decimal('50')"),
      was: "won",
      now: "lost",
      endsOn: 12,
    },
    {
      name: "of the draft sleeps while the old one slept",
      past: played(forgottenAfter(9), asleepUntil(12, win)),
      draft: forgottenAfter(10),
      was: "won",
      now: "won",
      endsOn: 12,
    },
    {
      name: "of the draft rings before the old one fell asleep",
      past: played(forgottenAfter(9), asleepUntil(12, win)),
      draft: forgottenAfter(8),
      was: "won",
      now: "lost",
      endsOn: 9,
    },
    {
      name: "that is the second of one instant rings after what people did between them",
      past: played(
        released,
        asleepUntil(2, (it) => (release(it), done(it, "tell"), ring(it))),
      ),
      draft: released,
      was: "won",
      now: "won",
      endsOn: 2,
    },
    {
      name: "that is the second of one instant rings before what people did not do any more",
      past: played(
        released,
        asleepUntil(2, (it) => (release(it), ring(it))),
      ),
      draft: released,
      was: "won",
      now: "won",
      endsOn: 2,
    },
    {
      name: "that is the second of one instant stays silent where people ended the case between them",
      past: played(
        released,
        asleepUntil(2, (it) => (release(it), it.move("ini", "drop"))),
      ),
      draft: released,
      was: "lost",
      now: "lost",
      endsOn: 2,
    },
  ])("$name", ({ past, draft, was, now, endsOn, otherwise = was !== now }) => {
    const trial = aTrial(planFor(draft), past.plan);
    const compared = compare(pastOf(past, spans), { trial, learnt: NOTHING_LEARNT });
    const told = isComparable(compared)
      ? {
          was: compared.was.end.outcome,
          now: compared.now.end.outcome,
          endsOn: compared.now.path.at(-1)?.at,
          otherwise: compared.goesOtherwise,
        }
      : compared;
    expect(told).toEqual({ was, now, endsOn: day(endsOn), otherwise });
  });
});
