import type { CloseReason } from "./write.ts";
import type { Token, Wait } from "./state.ts";
import type { Step } from "./step.ts";

const forget = (step: Step, wait: Wait, reason: CloseReason): void => {
  if (wait.kind === "task") step.writes.push({ write: "closeTask", task: wait.id, reason, outcome: null });
  if (wait.kind === "effect") step.unwanted.push(wait.id);
  if (wait.kind === "child") step.writes.push({ write: "cancelChild", key: wait.id });
  step.removeWait(wait.id);
};

/** Forgets all waits of a token: open tasks are closed, effects unwanted, children cancelled, alarms dropped. */
export const forgetWaits = (step: Step, tokenId: string, reason: CloseReason): void => {
  for (const wait of step.state.waits.filter((it) => it.token === tokenId)) forget(step, wait, reason);
};

/** Ends a token: its waits are forgotten, its stay closed, its incidents cleared. Whatever it still waited for is not done. */
export const endToken = (step: Step, token: Token, reason: CloseReason = "superseded"): void => {
  forgetWaits(step, token.id, reason);
  step.removeToken(token.id);
  step.writes.push({ write: "closeStay", token: token.id });
  for (const incident of step.state.incidents.filter((it) => it.token === token.id)) {
    step.state.incidents = step.state.incidents.filter((it) => it.id !== incident.id);
    step.writes.push({ write: "clearIncident", incident: incident.id });
  }
};
