import { nodeIn } from "./plan.ts";
import type { Incident, Token, Wait } from "./state.ts";
import type { Step } from "./step.ts";
import type { CloseReason } from "./write.ts";

const clearIncidents = (step: Step, concerned: (incident: Incident) => boolean): void => {
  for (const incident of step.state.incidents.filter(concerned)) {
    step.state.incidents = step.state.incidents.filter((it) => it.id !== incident.id);
    step.writes.push({ write: "clearIncident", incident: incident.id });
  }
};

/** Forgets one wait and the incidents that hang on it: an open task is closed, an effect unwanted, a child cancelled. */
export const forget = (step: Step, wait: Wait, reason: CloseReason): void => {
  if (wait.kind === "task") step.writes.push({ write: "closeTask", task: wait.id, reason, outcome: null });
  if (wait.kind === "effect") step.unwanted.push(wait.id);
  if (wait.kind === "child") step.writes.push({ write: "cancelChild", key: wait.id });
  step.removeWait(wait.id);
  clearIncidents(step, (incident) => incident.wait === wait.id);
};

/** Forgets all waits of a token. */
export const forgetWaits = (step: Step, tokenId: string, reason: CloseReason): void => {
  for (const wait of step.state.waits.filter((it) => it.token === tokenId)) forget(step, wait, reason);
};

const locks = (step: Step, token: Token): boolean => {
  const node = nodeIn(step.plan, token.node);
  return node.kind === "approval" && node.lockRecord;
};

/** Frees the record once nobody is left who is asked about it: a lock never outlives the approval that set it. */
export const unlockAfter = (step: Step, token: Token): void => {
  const others = step.state.tokens.filter((it) => it.id !== token.id);
  if (locks(step, token) && !others.some((it) => locks(step, it)))
    step.writes.push({ write: "lockRecord", locked: false, except: [] });
};

/** Ends a token: its waits are forgotten, its stay closed, its incidents cleared, its lock undone. Whatever it still waited for is not done. */
export const endToken = (step: Step, token: Token, reason: CloseReason = "superseded"): void => {
  forgetWaits(step, token.id, reason);
  unlockAfter(step, token);
  step.removeToken(token.id);
  step.writes.push({ write: "closeStay", token: token.id });
  clearIncidents(step, (incident) => incident.token === token.id);
};

/** Ends every scope but the case's own: the stay in the stage is over. */
export const endScopes = (step: Step): void => {
  for (const { id, kind } of step.state.scopes)
    if (kind === "stage") step.writes.push({ write: "closeStay", token: id });
  step.state.scopes = step.state.scopes.filter((scope) => scope.kind === "case");
};
