import type { Scope, Token } from "./state.ts";
import type { Step } from "./step.ts";

/** A scope and all that hang under it. */
export const scopesUnder = (step: Step, scopeId: string): ReadonlySet<string> => {
  const inside = new Set([scopeId]);
  for (const scope of step.state.scopes) if (scope.parent !== null && inside.has(scope.parent)) inside.add(scope.id);
  return inside;
};

/** The tokens of a scope and of the scopes under it, in order of creation. */
export const tokensUnder = (step: Step, scopeId: string): readonly Token[] => {
  const inside = scopesUnder(step, scopeId);
  return step.state.tokens.filter((token) => inside.has(token.scope));
};

/** Whether work is still about to enter a scope. */
const arrivalsUnder = (step: Step, scopeId: string): boolean => {
  const inside = scopesUnder(step, scopeId);
  return step.arrivals.some((arrival) => inside.has(arrival.scope));
};

/** Removes scopes opened by splits and moves once nothing is left in them. */
export const closeEmptyScopes = (step: Step): void => {
  for (const scope of step.state.scopes.toReversed()) {
    const opened = scope.kind === "fork" || scope.kind === "move";
    if (opened && tokensUnder(step, scope.id).length === 0 && !arrivalsUnder(step, scope.id))
      step.removeScope(scope.id);
  }
};

/** The scope by its id. */
export const scopeOf = (step: Step, scopeId: string): Scope => {
  const scope = step.state.scopes.find((it) => it.id === scopeId);
  if (!scope) throw new Error(`the case has lost its scope ${scopeId}`);
  return scope;
};

/** The scope of the stage the record is in. */
export const stageScope = (step: Step): Scope => {
  const scope = step.state.scopes.find((it) => it.kind === "stage");
  if (!scope) throw new Error("the case is in no stage");
  return scope;
};
