import type { Plan } from "../kernel/plan.ts";
import { ENTERED, type CaseState, type Token, type TrailEntry } from "../kernel/state.ts";

/** The `seq` that every step of the exploration begins from: ids made in it cannot be mistaken for anything else. */
export const FRESH_SEQ = 900_000_000;

/** Ids made in a step (the first one's begin with 1), and those of earlier ones. */
const idsOf = (seq: number): RegExp => new RegExp(`"([a-z]?)(?:${seq}\\.\\d+|§\\d+)"`, "g");

/** What a plan's approvals look back for: where work can be sent back to, whom they asked last, and who has agreed before. */
interface LooksBack {
  readonly forWaysBack: boolean;
  readonly forLastRound: boolean;
  readonly forAgreement: boolean;
}

const looksBackIn = ({ definition }: Plan): LooksBack => {
  const approvals = definition.nodes.filter((node) => node.kind === "approval");
  return {
    forWaysBack: approvals.some(({ sendBack }) => sendBack !== undefined),
    forLastRound: approvals.some(({ sendBack }) => sendBack?.people === "sameAsLastRound"),
    forAgreement: approvals.some(({ dedup }) => dedup !== "none"),
  };
};

/** The entries that a later step can still look back at: the last of each step and result, in their order. */
const shortened = (trail: readonly TrailEntry[], looksBack: LooksBack): readonly TrailEntry[] => {
  const entered = trail.findLastIndex(({ result }) => result === ENTERED);
  const isNeeded = (entry: TrailEntry, index: number): boolean => {
    if (index === entered) return looksBack.forWaysBack;
    if (entry.result === "sentBack" && index < entered) return looksBack.forLastRound || looksBack.forAgreement;
    if (entry.result === "approved" && looksBack.forAgreement) return true;
    return looksBack.forWaysBack && index > entered && entry.scope !== null;
  };
  const isLast = (entry: TrailEntry, index: number): boolean =>
    trail.findLastIndex((other) => other.node === entry.node && other.result === entry.result) === index;
  return trail
    .filter((entry, index) => isNeeded(entry, index) && isLast(entry, index))
    .map((entry) => ({ ...entry, round: 1 }));
};

/** An approval's rounds are not counted: that there have been too many only forbids. */
const uncounted = (token: Token): Token =>
  typeof token.data === "object" && token.data !== null && "number" in token.data
    ? { ...token, data: { ...token.data, number: 1 } }
    : token;

/** A case that an incident has stopped is followed no further: only where it stands is told. */
const stopped = (state: CaseState): Partial<CaseState> =>
  state.incidents.length === 0
    ? {}
    : {
        waits: [],
        tokens: state.tokens.map((token) => ({ ...token, data: null })),
        incidents: state.incidents.map((incident) => ({ ...incident, wait: null, values: {}, happening: null })),
      };

/** Whether a wire that was taken too often may lead somewhere else, because a step goes on from what goes wrong in it. */
const goesOnPastVisits = ({ definition }: Plan): boolean =>
  definition.edges.some(({ maxVisits }) => maxVisits !== undefined) &&
  definition.nodes.some((node) => "onError" in node && node.onError !== undefined && node.onError.do !== "incident");

/** A state in its canonical form, with the text that names it. */
export interface Canonical {
  readonly state: CaseState;
  readonly name: string;
}

/**
 * Makes states canonical: each as the one that stands for all that behave alike. Ids go by their order; neither how often wires
 * were taken nor rounds are counted, and variables that no condition reads are dropped.
 *
 * What is left out only ever forbids (a wire taken too often, where that is an incident), so nothing that can happen is lost.
 */
export const canonicalIn = (plan: Plan, isRead: (variable: string) => boolean): ((state: CaseState) => Canonical) => {
  const looksBack = looksBackIn(plan);
  const countsVisits = goesOnPastVisits(plan);
  return (state) => {
    const names = new Map<string, string>();
    const name = JSON.stringify({
      ...state,
      seq: FRESH_SEQ,
      tokens: state.tokens.map(uncounted),
      visits: countsVisits ? state.visits : {},
      messages: [],
      trail: shortened(state.trail, looksBack),
      compensable: state.compensable.slice(-1),
      variables: Object.fromEntries(Object.entries(state.variables).filter(([key]) => isRead(key))),
      ...stopped(state),
    }).replaceAll(idsOf(state.seq), (id, letter: string) => {
      const known = names.get(id) ?? `"${letter}§${names.size}"`;
      names.set(id, known);
      return known;
    });
    return { state: JSON.parse(name) as CaseState, name };
  };
};
