import { endScopes, endToken, forget } from "./endToken.ts";
import type { Json } from "./json.ts";
import { nodeIn } from "./plan.ts";
import type { Step } from "./step.ts";

/** Of the variables that whoever opened the case wants back, those that are set; null where none is wanted. */
const wantedOf = ({ state }: Step): { readonly [key: string]: Json } | null =>
  state.wanted === undefined
    ? null
    : Object.fromEntries(
        state.wanted.flatMap((key) =>
          Object.hasOwn(state.variables, key) ? [[key, state.variables[key] as Json] as const] : [],
        ),
      );

/** Ends the case: everything open is cancelled, and it takes no more events from people. Effects that nobody waits for go on. */
export const endCase = (step: Step, outcome: string | null): void => {
  for (const token of step.state.tokens) endToken(step, token, "cancelled");
  step.arrivals.length = 0;
  if (step.state.firstStep) step.state.firstStep = null;
  for (const wait of step.state.waits) forget(step, wait, "cancelled");
  endScopes(step);
  step.state.status = "ended";
  step.state.outcome = outcome;
  const brings = wantedOf(step);
  step.writes.push({ write: "endCase", outcome, ...(brings && { brings }) });
};

/** Ends a case that has nothing left to do: at rest in a final stage, or, beside a life-cycle, where it came to an end or nobody can move it on. */
export const endCaseWhenDone = (step: Step): void => {
  const { status, tokens, incidents, firstStep = null } = step.state;
  if (status === "ended" || tokens.length > 0 || incidents.length > 0 || firstStep !== null) return;
  const stage = step.state.stage === null ? null : nodeIn(step.plan, step.state.stage);
  if (stage?.kind !== "stage") return endCase(step, step.state.outcome);
  if (stage.final) return endCase(step, stage.final);
  const isDone = stage.moves.length === 0 || step.state.outcome !== null;
  if (step.plan.definition.kind === "side" && isDone) endCase(step, step.state.outcome ?? "done");
};
