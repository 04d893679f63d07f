import type { Plan } from "../../kernel/plan.ts";
import type { RecordSchemas } from "../../kernel/recordSchemas.ts";
import type { CaseState } from "../../kernel/state.ts";
import { abstractionOf } from "../../verify/abstraction.ts";
import { explore, type Place } from "../../verify/exploration.ts";
import { type Base, Ground, type Way } from "../../verify/ground.ts";
import { standInFor } from "./standIn.ts";

/** What lies before a case: whether it can still come to an end, and the joins it stands at that never fire. */
export interface Outlook {
  readonly end: "reachable" | "unreachable" | "unknown";
  readonly deadJoins: readonly string[];
}

/** So much is looked at for one case; past it nothing is known. Much less than a proof, for it is asked of many. */
export const OUTLOOK_LIMITS = { states: 2_000, ways: 6_000 } as const;

const joinsAt = (plan: Plan, { tokens }: CaseState): readonly string[] => [
  ...new Set(tokens.map(({ node }) => node).filter((node) => plan.nodes.get(node)?.kind === "join")),
];

const standsAt = ({ tokens }: CaseState, node: string): boolean => tokens.some((token) => token.node === node);

/** The joins that a way has let go on; one whose stage is left at their cost has not fired. */
const firedOn = (joins: readonly string[], way: Way, { base: { state: before } }: Place): readonly string[] => {
  const after = way.to.state;
  const goesOnInside = after.stage === before.stage && after.status === before.status;
  const hasEntered = (join: string): boolean =>
    way.possible.token !== null && before.tokens.filter(({ node }) => node === join).length > 0;
  return joins.filter((join) => standsAt(before, join) && !standsAt(after, join) && (goesOnInside || hasEntered(join)));
};

/**
 * Tells of a version's cases whether they can still come to an end, by following the kernel from where they stand. Cases that
 * stand alike are looked at once.
 */
export const outlookIn = (
  plan: Plan,
  schemas: RecordSchemas,
  limits: { readonly states: number; readonly ways: number } = OUTLOOK_LIMITS,
): ((state: CaseState) => Outlook) => {
  const settings = { initiatorMatters: false, canHandOver: false, dataMatters: false, vouched: {} };
  const ground = new Ground(abstractionOf(plan, schemas), settings);
  const known = new Map<Base, Outlook>();
  const look = (resting: Base): Outlook => {
    const joins = joinsAt(plan, resting.state);
    const waiting = new Set(joins);
    let hasEnded = false;
    const { isWhole } = explore(
      ground,
      {
        isNamed: () => false,
        first: "",
        marksAfter: (way, before) => {
          hasEnded ||= way.to.state.status === "ended";
          for (const join of firedOn(joins, way, before)) waiting.delete(join);
          return "";
        },
        limits: { states: limits.states, ways: ground.work + limits.ways },
        isStopped: () => hasEnded && waiting.size === 0,
      },
      resting,
    );
    const end = hasEnded ? "reachable" : isWhole ? "unreachable" : "unknown";
    return { end, deadJoins: isWhole ? [...waiting] : [] };
  };
  return (state) => {
    const resting = ground.restingAt(standInFor(state));
    const outlook = known.get(resting) ?? look(resting);
    known.set(resting, outlook);
    return outlook;
  };
};
