import type { JoinNode } from "../nodes/join/schema.ts";
import { endToken } from "./endToken.ts";
import { leave } from "./flow.ts";
import { nodeIn } from "./plan.ts";
import { scopeOf, tokensUnder } from "./scopes.ts";
import type { Scope, Token } from "./state.ts";
import type { Step } from "./step.ts";

const scopesAbove = (step: Step, scopeId: string): readonly Scope[] => {
  const scope = scopeOf(step, scopeId);
  return scope.parent === null ? [scope] : [scope, ...scopesAbove(step, scope.parent)];
};

/** The innermost scope that holds all of these tokens. */
const commonScope = (step: Step, tokens: readonly Token[]): Scope => {
  const [first, ...others] = tokens.map((token) => scopesAbove(step, token.scope));
  const shared = first?.find((scope) => others.every((above) => above.some((it) => it.id === scope.id)));
  if (!shared) throw new Error("tokens without a common scope");
  return shared;
};

const waitsFor = (join: JoinNode): number | "all" => (join.wait.for === "all" ? "all" : join.wait.for === "first" ? 1 : join.wait.count);

/** The region a join brings together: the innermost split around the tokens that have arrived. */
const regionOf = (step: Step, arrived: readonly Token[]): Scope => {
  const common = commonScope(step, arrived);
  return scopesAbove(step, common.id).find((scope) => scope.kind === "fork") ?? common;
};

/** Whether another token of the region can still bring a wire of this join that has none yet. */
const moreCanArrive = (step: Step, join: JoinNode, arrived: readonly Token[], region: Scope): boolean => {
  const brought = new Set(arrived.map((token) => token.via));
  const open = (step.plan.into.get(join.id) ?? []).filter((wire) => !brought.has(wire.id));
  const others = tokensUnder(step, region.id).filter((token) => token.node !== join.id);
  return others.some((token) => open.some((wire) => token.node === wire.from || step.plan.reaches(token.node, wire.from)));
};

const isReady = (step: Step, join: JoinNode, arrived: readonly Token[], region: Scope): boolean => {
  const needed = waitsFor(join);
  const wires = new Set(arrived.map((token) => token.via)).size;
  if (needed !== "all" && wires >= needed) return true;
  return !moreCanArrive(step, join, arrived, region);
};

/** Takes one token of each wire, cancels what else is in the region, and lets a single token go on outside it. */
const fire = (step: Step, join: JoinNode, arrived: readonly Token[], region: Scope): void => {
  const [first] = arrived;
  if (!first) return;
  const cancelsRest = join.wait.for !== "all";
  const consumed = cancelsRest ? tokensUnder(step, region.id) : oneOfEachWire(arrived);
  for (const token of consumed) if (token.id !== first.id) endToken(step, token, "superseded");
  if (cancelsRest) step.arrivals.splice(0, step.arrivals.length, ...step.arrivals.filter((it) => it.scope !== region.id));
  const outside = region.kind === "fork" && region.parent !== null ? region.parent : region.id;
  step.state.tokens = step.state.tokens.map((token) => (token.id === first.id ? { ...token, scope: outside } : token));
  leave(step, { ...first, scope: outside });
};

const oneOfEachWire = (arrived: readonly Token[]): readonly Token[] => arrived.filter((token, index) => arrived.findIndex((other) => other.via === token.via) === index);

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
    for (const arrived of byRegion(step, step.state.tokens.filter((token) => token.node === id))) {
      const region = regionOf(step, arrived);
      if (!isReady(step, join, arrived, region)) continue;
      fire(step, join, arrived, region);
      return true;
    }
  }
  return false;
};

/** Groups arrivals by the split they came from: two runs of one parallel block never join each other. */
const byRegion = (step: Step, tokens: readonly Token[]): readonly (readonly Token[])[] => {
  const groups = new Map<string, Token[]>();
  for (const token of tokens) {
    const fork = scopesAbove(step, token.scope).find((scope) => scope.kind === "fork");
    const key = fork?.id ?? token.scope;
    groups.set(key, [...(groups.get(key) ?? []), token]);
  }
  return [...groups.values()];
};
