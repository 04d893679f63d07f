import { machineReason } from "@sluice/problems";
import type { Edge } from "../definition/edge.ts";
import { endToken } from "./endToken.ts";
import { runExpression } from "./evaluate.ts";
import { nodeIn } from "./plan.ts";
import { goToStage } from "./stages.ts";
import type { Token } from "./state.ts";
import type { Step } from "./step.ts";

/** By which wires a token leaves: an outcome's, the plain ones, or those of something that went wrong. */
export type Exit =
  | { readonly by: "next" }
  | { readonly by: "outcome"; readonly outcome: string; readonly only?: boolean }
  | { readonly by: "timeout" | "error" | "escalation" };

const plainWires = (wires: readonly Edge[]): readonly Edge[] => {
  const next = wires.filter((wire) => wire.on.kind === "next");
  return next.length > 0 ? next : wires.filter((wire) => wire.on.kind === "default");
};

/** The wires for an exit. An outcome without a wire of its own takes the plain ones, unless it may leave by its own `only`. */
export const wiresFor = (wires: readonly Edge[], exit: Exit): readonly Edge[] => {
  if (exit.by === "next") return plainWires(wires);
  if (exit.by !== "outcome") return wires.filter((wire) => wire.on.kind === exit.by);
  const own = wires.filter((wire) => wire.on.kind === "outcome" && wire.on.outcome === exit.outcome);
  return own.length > 0 || exit.only ? own : plainWires(wires);
};

/** Whether the condition of a `when` wire holds. */
export const wireHolds = (step: Step, wire: Edge): boolean => {
  if (wire.on.kind !== "when") return false;
  const name = nodeIn(step.plan, wire.from).name.en;
  const value = runExpression(step, wire.on.when, name);
  if (typeof value !== "boolean")
    return step.stop("GUARD_BROKEN", { guard: name, reason: machineReason("neitherTrueNorFalse") });
  step.sawHold(wire.id, value);
  return value;
};

const countVisit = (step: Step, wire: Edge): void => {
  if (wire.maxVisits === undefined) return;
  const visits = (step.state.visits[wire.id] ?? 0) + 1;
  if (visits > wire.maxVisits) step.stop("TOO_MANY_VISITS", { limit: wire.maxVisits, wire: wire.id });
  step.state.visits = { ...step.state.visits, [wire.id]: visits };
};

/** Sends work along a wire: to a step of the same stage, or out of the stage. */
export const follow = (step: Step, wire: Edge, scope: string): void => {
  countVisit(step, wire);
  step.sawTaken(wire.id);
  goTo(step, wire.to, scope, wire.id);
};

/**
 * Sends work to a step or a stage. Leaving the stage cancels (or is forbidden by) what is still open in it. Work whose scope is
 * gone (another wire of the same split has left the stage) goes nowhere.
 */
export const goTo = (step: Step, target: string, scope: string, via: string | null): void => {
  if (!step.state.scopes.some((it) => it.id === scope)) return;
  const node = nodeIn(step.plan, target);
  const stage = node.kind === "stage" ? node.id : node.kind === "start" ? null : node.stage;
  if (node.kind === "stage") return goToStage(step, node.id, node.entry ?? null, via);
  if (stage !== null && stage !== step.state.stage) return goToStage(step, stage, node.id, via);
  step.arrivals.push({ node: node.id, scope, via });
};

/**
 * Ends a token's stay at its node and sends it on; without a wire to take, the token's path is finished. Work that was sent back
 * to come straight back does so, unless it went wrong here (refused, withdrawn, out of time): then it takes its own wire.
 */
export const leave = (step: Step, token: Token, exit: Exit = { by: "next" }): void => {
  const [wire] = wiresFor(step.plan.out.get(token.node) ?? [], exit);
  endToken(step, token);
  const goesWell = exit.by === "next" || (exit.by === "outcome" && !exit.only);
  if (token.returnTo !== null && goesWell) {
    step.arrivals.push({ node: token.returnTo, scope: token.scope, via: token.via });
    return;
  }
  if (wire) follow(step, wire, token.scope);
};
