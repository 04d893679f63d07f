import { factOf, type FactKey } from "../../kernel/fact.ts";
import type { CaseState } from "../../kernel/state.ts";
import type { Abstraction } from "../../verify/abstraction.ts";
import { answersIn } from "../../verify/answers.ts";
import { canonicalIn } from "../../verify/canonical.ts";
import { happeningsIn, type Possible } from "../../verify/happenings.ts";
import type { Known } from "../../verify/known.ts";
import { sawIn, stepTrier, type Tried } from "../../verify/taken.ts";

/** Where one step of a case led. `refused`: nobody could take it. */
export interface Route {
  /** The steps and stages come to, in order. */
  readonly nodes: readonly string[];
  readonly stage: string | null;
  readonly outcome: string | null;
  readonly refused: boolean;
}

/** A step taken in one version: where it led, what it knew of the record and of the rules, and the state after it. */
export interface Routed {
  readonly route: Route;
  readonly knew: Known;
  readonly rules: Known;
  readonly state: CaseState | null;
}

/** What is the same happening in two versions, whatever its work is called in either. */
export const labelOf = ({ happening, node }: Possible): string => {
  switch (happening.type) {
    case "task":
      return JSON.stringify([node, happening.act]);
    case "move":
      return JSON.stringify([node, happening.move]);
    case "childEnded":
      return JSON.stringify([node, happening.type, happening.outcome]);
    default:
      return JSON.stringify([node, happening.type]);
  }
};

const rulesIn = (given: Tried["given"]): Known =>
  Object.fromEntries(Object.entries(given).filter(([key]) => factOf(key as FactKey).fact === "rule"));

const routeOf = ({ answer, given }: Tried, before: CaseState): Routed => {
  const seen = { knew: sawIn(given), rules: rulesIn(given) };
  if (answer.answer !== "advanced")
    return { route: { nodes: [], stage: before.stage, outcome: null, refused: true }, ...seen, state: null };
  const nodes = answer.writes.flatMap((write) => (write.write === "openStay" ? [write.node] : []));
  const { stage, outcome } = answer.state;
  return { route: { nodes, stage, outcome, refused: false }, ...seen, state: answer.state };
};

/** A version as it is walked: what may happen at a state, and where that leads on what is known. */
export const walkerOf = (abstraction: Abstraction) => {
  const answers = answersIn(abstraction, { initiatorMatters: false });
  const tryStep = stepTrier(abstraction.plan, (fact) =>
    fact.fact === "people" ? answers(fact).slice(0, 1) : answers(fact),
  );
  const canonical = canonicalIn(abstraction.plan, abstraction.isRead);
  return {
    canonical,
    possibleAt: (state: CaseState): ReadonlyMap<string, Possible> => {
      const found = state.incidents.length > 0 ? [] : happeningsIn(abstraction.plan, state, false);
      return new Map(found.toReversed().map((possible) => [labelOf(possible), possible]));
    },
    take: (possible: Possible, known: Known): readonly Routed[] =>
      tryStep(possible, known).tried.map((tried) => routeOf(tried, possible.state)),
  };
};

export type Walker = ReturnType<typeof walkerOf>;
