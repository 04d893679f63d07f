import type { Json } from "../kernel/json.ts";
import type { Plan } from "../kernel/plan.ts";
import type { CaseState, Token } from "../kernel/state.ts";
import { lookedBackAt } from "./lookedBack.ts";

/** The `seq` that every step of the exploration begins from: ids made in it cannot be mistaken for anything else. */
export const FRESH_SEQ = 900_000_000;

/** Ids made in a step (the first one's begin with 1), and those of earlier ones. */
const idsOf = (seq: number): RegExp => new RegExp(`"([a-z]?)(?:${seq}\\.\\d+|§\\d+)"`, "g");

type Round = { readonly [setting: string]: Json };
const isRound = (data: Json): data is Round =>
  typeof data === "object" && data !== null && !Array.isArray(data) && "phase" in data && "number" in data;

/**
 * A round of an approval as far as it matters to what comes: how many there were only forbids; while the matter is revised,
 * nobody who was asked before has a say in it.
 */
const roundAhead = (token: Token): Token => {
  if (!isRound(token.data)) return token;
  const data: Round = { ...token.data, number: 1, sentBackBy: null };
  return { ...token, data: data["phase"] === "revising" ? { ...data, signers: [], watched: null, dueAt: null } : data };
};

/** A token as far as it matters to what comes: by which wire it came matters to joins alone. */
const ahead = (plan: Plan, token: Token): Token =>
  plan.nodes.get(token.node)?.kind === "join" ? token : { ...roundAhead(token), via: null };

/** In whatever order paths came to their joins: these count wires only, and stand after all that is still under way. */
const inOrder = (plan: Plan, tokens: readonly Token[]): readonly Token[] => {
  const waitsToJoin = ({ node }: Token): boolean => plan.nodes.get(node)?.kind === "join";
  const place = ({ node, via }: Token): string => `${node} ${via ?? ""}`;
  const joining = tokens.filter(waitsToJoin);
  if (joining.length === 0) return tokens;
  return [
    ...tokens.filter((token) => !waitsToJoin(token)),
    ...joining.toSorted((one, other) => (place(one) < place(other) ? -1 : place(one) > place(other) ? 1 : 0)),
  ];
};

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

/** The state that a canonical text says. */
export const stateSaid = (text: string): CaseState => JSON.parse(text) as CaseState;

/**
 * Makes states canonical, as texts: each as the one that stands for all that behave alike. Ids go by their order; neither how often wires
 * were taken nor rounds are counted, and variables that no condition reads are dropped.
 *
 * What is left out only ever forbids (a wire taken too often, where that is an incident), so nothing that can happen is lost.
 */
export const canonicalIn = (plan: Plan, isRead: (variable: string) => boolean): ((state: CaseState) => string) => {
  const trailOf = lookedBackAt(plan);
  const countsVisits = goesOnPastVisits(plan);
  return (state) => {
    const names = new Map<string, string>();
    return JSON.stringify({
      ...state,
      seq: FRESH_SEQ,
      tokens: inOrder(plan, state.tokens).map((token) => ahead(plan, token)),
      visits: countsVisits ? state.visits : {},
      messages: [],
      trail: trailOf(state),
      compensable: state.compensable.slice(-1),
      variables: Object.fromEntries(Object.entries(state.variables).filter(([key]) => isRead(key))),
      ...stopped(state),
    }).replaceAll(idsOf(state.seq), (id, letter: string) => {
      const known = names.get(id) ?? `"${letter}§${names.size}"`;
      names.set(id, known);
      return known;
    });
  };
};
