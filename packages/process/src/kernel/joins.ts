import type { JoinNode } from "../nodes/join/schema.ts";
import { endToken } from "./endToken.ts";
import { leave } from "./flow.ts";
import { nodeIn } from "./plan.ts";
import { within } from "./reaction.ts";
import { scopeOf, tokensUnder } from "./scopes.ts";
import type { Scope, Token } from "./state.ts";
import type { Step } from "./step.ts";

const scopesAbove = (step: Step, scopeId: string): readonly Scope[] => {
  const scope = scopeOf(step, scopeId);
  return scope.parent === null ? [scope] : [scope, ...scopesAbove(step, scope.parent)];
};

const waitsFor = (join: JoinNode): number | "all" =>
  join.wait.for === "all" ? "all" : join.wait.for === "first" ? 1 : join.wait.count;

const cancelsRest = ({ wait }: JoinNode): boolean =>
  wait.for === "first" || (wait.for === "count" && wait.rest === "cancel");

const forksAbove = (step: Step, scopeId: string): readonly Scope[] =>
  scopesAbove(step, scopeId).filter((scope) => scope.kind === "fork");

const firedAbove = (step: Step, token: Token): readonly string[] =>
  forksAbove(step, token.scope).flatMap((scope) => scope.fired);

/** Whether a token can still come to a step: by wires of its stage, and not through a join that would end it. */
const canReach = (step: Step, token: Token, to: string): boolean => {
  const fired = firedAbove(step, token);
  return fired.length === 0
    ? step.plan.reaches(token.node, to)
    : fired.every((join) => step.plan.reachesAvoiding(token.node, to, join));
};

/** Whether a split outside still has work that this join waits for: then it closes that split too, not the inner one alone. */
const closesToo = (step: Step, join: JoinNode, outer: Scope, inner: Scope): boolean => {
  const inside = new Set(tokensUnder(step, inner.id).map((token) => token.id));
  return tokensUnder(step, outer.id)
    .filter((token) => !inside.has(token.id))
    .some((token) => token.node === join.id || step.plan.reachesAvoiding(token.node, join.id, outer.node as string));
};

/** The region in which a join brings this token together with others: its innermost split, or a wider one that it closes too. */
const regionOf = (step: Step, join: JoinNode, token: Token): Scope => {
  const [innermost, ...outers] = forksAbove(step, token.scope);
  if (!innermost) return scopeOf(step, token.scope);
  const stop = outers.findIndex((outer, index) => !closesToo(step, join, outer, outers[index - 1] ?? innermost));
  return (stop === -1 ? outers.at(-1) : outers[stop - 1]) ?? innermost;
};

/** Whether another token of the region can still bring a wire of this join that has none yet. */
const moreCanArrive = (step: Step, join: JoinNode, arrived: readonly Token[], region: Scope): boolean => {
  const brought = new Set(arrived.map((token) => token.via));
  const open = (step.plan.into.get(join.id) ?? []).filter((wire) => !brought.has(wire.id));
  const others = tokensUnder(step, region.id).filter((token) => token.node !== join.id);
  return others.some((token) => open.some((wire) => token.node === wire.from || canReach(step, token, wire.from)));
};

const isReady = (step: Step, join: JoinNode, arrived: readonly Token[], region: Scope): boolean => {
  const needed = waitsFor(join);
  const wires = new Set(arrived.map((token) => token.via)).size;
  if (needed !== "all" && wires >= needed) return true;
  return !moreCanArrive(step, join, arrived, region);
};

/** What a join that does not wait for all cancels: the rest of its split; outside any split, what was on its way to it. */
const restOf = (step: Step, join: JoinNode, region: Scope): readonly Token[] =>
  tokensUnder(step, region.id).filter(
    (token) => region.kind === "fork" || token.node === join.id || canReach(step, token, join.id),
  );

/** Remembers that a split has been let through, so that what still runs in it does not go on a second time. */
const noteFired = (step: Step, join: JoinNode, region: Scope): void => {
  step.state.scopes = step.state.scopes.map((scope) =>
    scope.id === region.id && region.kind === "fork" ? { ...scope, fired: [...scope.fired, join.id] } : scope,
  );
};

/**
 * Takes one token of each wire, cancels the rest where the join says so, and lets a single token go on: outside of the split, or
 * within it while other paths of it are still to be brought together further on.
 */
const fire = (step: Step, join: JoinNode, arrived: readonly Token[], region: Scope): void => {
  const [first] = arrived;
  if (!first) return;
  const consumed = cancelsRest(join) ? restOf(step, join, region) : oneOfEachWire(arrived);
  for (const token of consumed) if (token.id !== first.id) endToken(step, token, "superseded");
  const letsRestGoOn = join.wait.for === "count" && join.wait.rest === "goOn";
  if (letsRestGoOn) noteFired(step, join, region);
  const others = tokensUnder(step, region.id).filter((token) => token.id !== first.id);
  const closes = region.kind === "fork" && (letsRestGoOn || others.length === 0);
  const outside = closes && region.parent !== null ? region.parent : region.id;
  step.state.tokens = step.state.tokens.map((token) => (token.id === first.id ? { ...token, scope: outside } : token));
  leave(step, { ...first, scope: outside });
};

const oneOfEachWire = (arrived: readonly Token[]): readonly Token[] =>
  arrived.filter((token, index) => arrived.findIndex((other) => other.via === token.via) === index);

/**
 * Fires the joins that need wait no longer, one at a time; answers whether one fired.
 *
 * Called only when no token is on its way, so "can still arrive" is asked of tokens at rest. Source: BPMN 2.0 inclusive
 * gateway, with the region of the innermost split.
 */
export const fireJoins = (step: Step): boolean => {
  const joins = new Set(step.state.tokens.map((token) => token.node));
  for (const id of joins) {
    const join = nodeIn(step.plan, id);
    if (join.kind !== "join") continue;
    if (endLateOnes(step, join)) return true;
    for (const [region, arrived] of byRegion(
      step,
      join,
      step.state.tokens.filter((token) => token.node === id),
    )) {
      if (!isReady(step, join, arrived, region)) continue;
      within(join.id, () => fire(step, join, arrived, region));
      return true;
    }
  }
  return false;
};

/** Ends what came to a join that has let its split through already; answers whether anything did. */
const endLateOnes = (step: Step, join: JoinNode): boolean => {
  const late = step.state.tokens.filter((token) => token.node === join.id && firedAbove(step, token).includes(join.id));
  for (const token of late) endToken(step, token, "superseded");
  return late.length > 0;
};

/** Groups arrivals by the split they close: two runs of one parallel block never join each other. */
const byRegion = (
  step: Step,
  join: JoinNode,
  tokens: readonly Token[],
): readonly (readonly [Scope, readonly Token[]])[] => {
  const groups = new Map<string, readonly [Scope, Token[]]>();
  for (const token of tokens) {
    const region = regionOf(step, join, token);
    const group = groups.get(region.id);
    if (group) group[1].push(token);
    else groups.set(region.id, [region, [token]]);
  }
  return [...groups.values()];
};
