import { problem } from "@sluice/problems";
import { behaviourOf } from "../nodes/behaviours.ts";
import { reassign } from "../nodes/work/reassign.ts";
import { arrive } from "./arrive.ts";
import { begin } from "./begin.ts";
import { compensate } from "./compensate.ts";
import { endCase } from "./endCase.ts";
import { endToken } from "./endToken.ts";
import type { CaseEvent, Happening, Intervention } from "./event.ts";
import { fieldOfTimer, rearmFieldTimers } from "./fieldTimers.ts";
import { goToFirstStep } from "./firstStep.ts";
import { goTo, leave } from "./flow.ts";
import { retryLooseEffect } from "./looseEffects.ts";
import { assertNamed } from "./namedForStep.ts";
import { askAgain, askAllAgain, ring } from "./onMachine.ts";
import { nodeIn } from "./plan.ts";
import { stageScope, tokensUnder } from "./scopes.ts";
import { shiftDue } from "./shiftDue.ts";
import { Superseded } from "./signals.ts";
import { ENTERED, type Incident, type Token, type Wait } from "./state.ts";
import type { Step } from "./step.ts";
import { tellChildren } from "./tellChildren.ts";

const clear = (step: Step, incidentId: string): Incident => {
  const incident = step.state.incidents.find((it) => it.id === incidentId);
  if (!incident) return step.stop("EVENT_NOT_APPLICABLE", { incident: incidentId });
  step.state.incidents = step.state.incidents.filter((it) => it.id !== incidentId);
  step.writes.push({ write: "clearIncident", incident: incidentId });
  return incident;
};

/** Undoing what was done leaves the incident open: whether to retry, skip or cancel is decided next. */
const assertOpen = (step: Step, incidentId: string): void => {
  if (!step.state.incidents.some((it) => it.id === incidentId))
    step.stop("EVENT_NOT_APPLICABLE", { incident: incidentId });
};

/** A step that could not begin its work is entered anew. */
const enterAgain = (step: Step, token: Token): void => {
  const node = nodeIn(step.plan, token.node);
  behaviourOf(node).enter(step, node, token);
};

/** Tries again what failed: the wait's happening once more, the effect anew, or the start. */
const retry = (step: Step, incidentId: string): void => {
  const incident = clear(step, incidentId);
  const happening = incident.happening as unknown as Happening;
  const wait = step.state.waits.find((it) => it.id === incident.wait);
  const token = step.state.tokens.find((it) => it.id === incident.token);
  if (!wait && token) return enterAgain(step, token);
  if (!wait && happening.type === "effectFailed") return retryLooseEffect(step, happening);
  if (step.state.status === "ended") return step.stop("CASE_ENDED", { outcome: step.state.outcome });
  if (happening.type === "firstStep") return goToFirstStep(step);
  if (!wait) return happening.type === "start" ? begin(step, happening) : undefined;
  switch (happening.type) {
    case "effectFailed":
      return arrive(step, wait, { kind: "retried" });
    case "alarmRang":
      return wait.kind === "timer" ? ring(step, wait) : undefined;
    case "effectDone":
      return arrive(step, wait, { kind: "effectDone", output: happening.output });
    case "message":
      return arrive(step, wait, { kind: "message", payload: happening.payload });
    case "childEnded":
      return arrive(step, wait, { kind: "childEnded", outcome: happening.outcome, brings: happening.brings ?? {} });
    case "factsChanged":
      return wait.kind === "condition" ? askAgain(step, wait) : undefined;
    default:
      throw new Error(`a ${happening.type} is no machine's happening`);
  }
};

const isPeoplesWork = (step: Step, node: string): boolean =>
  ["task", "approval"].includes(nodeIn(step.plan, node).kind);

/** Goes on past what failed, by the plain wires of the step. A stage's move is given up; so is an alarm on people's work, never the work. */
const skip = (step: Step, incidentId: string): void => {
  const incident = clear(step, incidentId);
  const token = step.state.tokens.find((it) => it.id === incident.token);
  if (token && (incident.wait === null || !isPeoplesWork(step, token.node))) return leave(step, token);
  if (incident.wait) step.removeWait(incident.wait);
  if ((incident.happening as unknown as Happening).type === "firstStep") step.state.firstStep = null;
};

const jump = (step: Step, target: string): void => {
  const node = step.plan.nodes.get(target);
  if (!node || node.kind === "start" || step.state.stage === null)
    return step.refuse([problem("EVENT_NOT_APPLICABLE", { to: target })]);
  const scope = stageScope(step);
  if (step.state.firstStep) step.state.firstStep = null;
  if (node.kind !== "stage" && node.stage === step.state.stage)
    for (const token of tokensUnder(step, scope.id)) endToken(step, token, "cancelled");
  goTo(step, nodeIn(step.plan, target).id, scope.id, null);
};

/** A case that stands still already does so on its own account, whatever its parent does. */
const suspend = (step: Step, withParent: boolean): void => {
  if (step.state.status === "suspended") {
    if (withParent) throw new Superseded();
    return step.stop("CASE_SUSPENDED");
  }
  step.state.status = "suspended";
  step.state.suspendedAt = step.event.at;
  if (withParent) step.state.suspendedWithParent = true;
  tellChildren(step, "suspend");
};

/** When a wait began to count: when its token came, or its stage was entered. */
const countsFrom = (step: Step, wait: Wait): string => {
  const token = step.state.tokens.find((it) => it.id === wait.token);
  return (
    token?.enteredAt ??
    step.state.trail.findLast((entry) => entry.node === wait.node && entry.result === ENTERED)?.at ??
    step.state.openedAt
  );
};

/**
 * Due times move on by as long as the case was suspended, so nothing fires for time in which nobody could work; a date in a field
 * stays the date it is. What came true meanwhile is asked for now. A case that was suspended by itself does not go on with its
 * parent.
 */
const resume = (step: Step, withParent: boolean): void => {
  if (withParent && step.state.suspendedWithParent !== true) throw new Superseded();
  const from = step.state.suspendedAt;
  if (step.state.status !== "suspended" || from === null) return step.stop("EVENT_NOT_APPLICABLE");
  const timers = step.state.waits
    .filter((wait) => wait.kind === "timer")
    .filter((wait) => fieldOfTimer(step.plan, wait) === null);
  const since = (wait: Wait): string => (countsFrom(step, wait) > from ? countsFrom(step, wait) : from);
  const shifted = step.look(
    timers.map((wait) => ({ fact: "shifted", at: wait.dueAt, from: since(wait), to: step.event.at })),
  );
  for (const [index, wait] of timers.entries()) step.replaceWait({ ...wait, dueAt: shifted[index] as string });
  shiftDue(step, from);
  step.state.status = "running";
  step.state.suspendedAt = null;
  delete step.state.suspendedWithParent;
  tellChildren(step, "resume");
  rearmFieldTimers(step);
  askAllAgain(step);
};

const apply = (step: Step, act: Intervention, withParent: boolean): void => {
  switch (act.do) {
    case "retry":
      return retry(step, act.incident);
    case "skip":
      return skip(step, act.incident);
    case "jump":
      return jump(step, act.to);
    case "suspend":
      return suspend(step, withParent);
    case "resume":
      return resume(step, withParent);
    case "compensate":
      assertOpen(step, act.incident);
      return compensate(step);
    case "cancel":
      compensate(step);
      return endCase(step, "cancelled");
    case "reassign":
      return reassign(step, act.task, act.to);
  }
};

/** Does what an admin decides about a case, or whoever its step names, always with a reason. Who is an admin is the door's to say. */
export const intervene = (step: Step, event: CaseEvent & { type: "intervene" }): void => {
  if (event.named) assertNamed(step, event);
  if (!event.reason.trim()) return step.stop("REASON_REQUIRED");
  apply(step, event.act, event.withParent === true);
};
