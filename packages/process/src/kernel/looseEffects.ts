import { problem } from "@sluice/problems";
import type { ActionNode } from "../nodes/action/schema.ts";
import { wantEffect } from "../nodes/action/wantEffect.ts";
import { wantUndoing } from "./compensate.ts";
import type { EffectOrigin, Happening } from "./event.ts";
import type { Json } from "./json.ts";
import { raiseIncident } from "./raiseIncident.ts";
import { Superseded } from "./signals.ts";
import type { Incident } from "./state.ts";
import type { Step } from "./step.ts";

type Outcome = Happening & { readonly type: "effectDone" | "effectFailed" };

const actionOf = (step: Step, of: EffectOrigin | undefined): ActionNode | null => {
  const node = of === undefined ? undefined : step.plan.nodes.get(of.node);
  return node?.kind === "action" ? node : null;
};

const openIncident = (step: Step, effect: string): Incident | undefined =>
  step.state.incidents.find((incident) => {
    const happening = incident.happening as unknown as Happening;
    return incident.wait === null && happening.type === "effectFailed" && happening.effect === effect;
  });

const onFailed = (step: Step, happening: Outcome & { type: "effectFailed" }): void => {
  const { effect, reason, unknown, of } = happening;
  if (openIncident(step, effect) || of?.isWanted === false) throw new Superseded();
  const node = actionOf(step, of);
  const cause = problem(unknown ? "EFFECT_OUTCOME_UNKNOWN" : "EFFECT_FAILED", {
    node: node?.name.en ?? effect,
    reason,
  });
  if (node?.onError?.do === "goOn" && !unknown && of?.undoes === null) {
    const values = cause.values as { readonly [key: string]: Json };
    step.writes.push({
      write: "overcomeIncident",
      token: null,
      incident: `i${step.state.seq}.${effect}`,
      node: node.id,
      code: cause.code,
      values,
      by: "goOn",
    });
    return;
  }
  raiseIncident(step, { node: node?.id ?? step.plan.start.id, token: null, wait: null }, cause, happening);
};

const onDone = (step: Step, { effect, of }: Outcome & { type: "effectDone" }): void => {
  const incident = openIncident(step, effect);
  const node = actionOf(step, of);
  const isUndoable = node?.compensateWith !== undefined && of?.undoes === null;
  const isToUndoNow = isUndoable && of?.isWanted === false;
  const isToKeep = isUndoable && !isToUndoNow && step.state.status !== "ended";
  if (incident === undefined && !isToUndoNow && !isToKeep) throw new Superseded();
  if (incident !== undefined) {
    step.state.incidents = step.state.incidents.filter((it) => it !== incident);
    step.writes.push({ write: "clearIncident", incident: incident.id });
  }
  if (isToUndoNow) wantUndoing(step, { effect, node });
  if (isToKeep) step.state.compensable = [...step.state.compensable, { effect, node: node.id }];
};

/**
 * Takes the outcome of an effect that no wait is there for: one that its path went on without, one that undoes another, or one
 * that was not wanted any more when it happened. A failure is an incident; what happened anyway is undone if it knows how.
 */
export const onLooseEffect = (step: Step, happening: Outcome): void =>
  happening.type === "effectFailed" ? onFailed(step, happening) : onDone(step, happening);

/** Wants such an effect once more, under the key it had. */
export const retryLooseEffect = (step: Step, { effect, of }: Outcome & { type: "effectFailed" }): void => {
  const node = actionOf(step, of);
  if (node === null || of === undefined) return step.stop("EVENT_NOT_APPLICABLE", { effect });
  if (of.undoes === null) return wantEffect(step, node, effect);
  return wantUndoing(step, { effect: of.undoes, node, key: effect });
};
