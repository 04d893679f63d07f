import { endToken } from "../../kernel/endToken.ts";
import { scopeOf, tokensUnder } from "../../kernel/scopes.ts";
import { ENTERED, type Scope, type Token, type TrailEntry } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";

/** A step that work can go back to, with the scope in which it was done. */
export interface WayBack {
  readonly node: string;
  readonly scope: string;
}

const scopesAbove = (step: Step, scopeId: string): readonly Scope[] => {
  const scope = scopeOf(step, scopeId);
  return scope.parent === null ? [scope] : [scope, ...scopesAbove(step, scope.parent)];
};

/** Whether work redone there comes to this token's step again: it was done around it, and before it on its own path. */
const leadsHere = (step: Step, entry: TrailEntry, token: Token): boolean => {
  const around = scopesAbove(step, token.scope).find((scope) => scope.id === entry.scope);
  if (!around || entry.node === token.node) return false;
  return around.kind === "fork" && around.node !== null
    ? step.plan.reachesAvoiding(entry.node, token.node, around.node)
    : step.plan.reaches(entry.node, token.node);
};

/** Whether it tells of a step that is still drawn: the case may have been migrated since. */
const isStep = (step: Step, { node }: TrailEntry): boolean => {
  const kind = step.plan.nodes.get(node)?.kind;
  return kind !== undefined && kind !== "stage";
};

/** The steps of people that this work has passed since the stage was entered, oldest first, and that lead here again. */
export const waysBack = (step: Step, token: Token): readonly WayBack[] => {
  const { trail } = step.state;
  const entered = trail.findLastIndex((entry) => entry.result === ENTERED);
  return trail
    .slice(entered + 1)
    .filter((entry) => isStep(step, entry) && leadsHere(step, entry, token))
    .map((entry) => ({ node: entry.node, scope: entry.scope as string }));
};

/**
 * Ends the token and sends work back. Going back out of a split ends what else runs in it: it will be run again. Work that will
 * come straight back leaves the split as it is.
 */
export const goBack = (
  step: Step,
  token: Token,
  way: WayBack,
  { straightBack }: { readonly straightBack: boolean },
): void => {
  endToken(step, token, "sentBack");
  if (straightBack) {
    step.arrivals.push({ node: way.node, scope: token.scope, via: null, returnTo: token.node });
    return;
  }
  const below = scopesAbove(step, token.scope).filter(
    (_scope, index, all) => index < all.findIndex((it) => it.id === way.scope),
  );
  const outermost = below.at(-1);
  if (outermost) for (const other of tokensUnder(step, outermost.id)) endToken(step, other, "sentBack");
  step.arrivals.push({ node: way.node, scope: way.scope, via: null });
};
