import { problem, type Problem } from "@sluice/problems";
import type { StageNode } from "../nodes/stage/schema.ts";
import { armMoves } from "./armMoves.ts";
import { endScopes, endToken, forget } from "./endToken.ts";
import { isEmptyValue } from "./form.ts";
import { isDeadline } from "./ownSlots.ts";
import { nodeIn, nodeOfKind } from "./plan.ts";
import { stageScope, tokensUnder } from "./scopes.ts";
import { fieldsFilledBy, stageActions } from "./stageActions.ts";
import { ownersIn, watchAge } from "./stageAge.ts";
import { ENTERED } from "./state.ts";
import type { Step } from "./step.ts";
import { together } from "./together.ts";

const missingFields = (step: Step, paths: readonly string[]): readonly Problem[] =>
  [...step.fields(paths)]
    .filter(([, value]) => isEmptyValue(value))
    .map(([field]) => problem("REQUIRED_FIELD", { field }));

const isHuman = (step: Step, node: string): boolean => ["task", "approval"].includes(nodeIn(step.plan, node).kind);

/** What keeps the record in its stage: fields to fill, and open work where the stage forbids leaving it. */
const problemsOfLeaving = (step: Step, stage: StageNode): readonly Problem[] => {
  const missing = missingFields(step, stage.requiredToLeave);
  if (stage.onLeave === "cancel") return missing;
  const open = tokensUnder(step, stageScope(step).id).filter((token) => isHuman(step, token.node));
  const work = open.map((token) => nodeIn(step.plan, token.node).name.en);
  return work.length > 0 ? [...missing, problem("STAGE_FORBIDS_LEAVING", { work })] : missing;
};

/** Cancels what is open in the stage. */
const clearStage = (step: Step): void => {
  const scope = stageScope(step);
  for (const token of tokensUnder(step, scope.id)) endToken(step, token, "left");
  for (const wait of step.state.waits.filter((it) => it.token === null && !isDeadline(it))) forget(step, wait, "left");
  endScopes(step);
  step.arrivals.length = 0;
  if (step.state.firstStep) step.state.firstStep = null;
};

const openStay = (step: Step, stage: StageNode, token: string): void => {
  const inStage = { owners: ownersIn(step, stage) };
  step.writes.push({ write: "openStay", token, node: stage.id, dueAt: null, inStage });
};

/** Takes the record out of the stage it is in, unless something keeps it there. What it does in leaving may fill what the next stage asks for. */
const leaveStage = (step: Step, stage: StageNode, next: StageNode): void => {
  const problems = problemsOfLeaving(step, stage);
  const filled = fieldsFilledBy(stage.exitActions);
  const stillAsked = next.requiredToEnter.filter((path) => !filled.has(path));
  if (problems.length > 0) step.refuse([...problems, ...missingFields(step, stillAsked)]);
  together(stageActions(step, stage, stage.exitActions));
};

/**
 * Takes the record out of its stage and into another (or into the same one anew), at the step `entry` or at rest.
 *
 * What is open in the stage it leaves is cancelled, or keeps it there. A token is never left behind. In order: what must be
 * filled to leave, what the stage does in leaving, what must be filled to enter, what the next one does in entering.
 */
export const goToStage = (step: Step, target: string, entry: string | null, via: string | null): void => {
  const stage = nodeOfKind(step.plan, target, "stage");
  if (step.state.stage !== null) leaveStage(step, nodeOfKind(step.plan, step.state.stage, "stage"), stage);
  const problems = missingFields(step, stage.requiredToEnter);
  if (problems.length > 0) step.refuse(problems);
  if (step.state.stage !== null) clearStage(step);
  const scope = step.addScope({ parent: "case", kind: "stage", node: stage.id });
  step.state.stage = stage.id;
  step.writes.push({ write: "enterStage", stage: stage.id, key: stage.key, milestone: stage.milestone ?? null });
  step.note({ node: stage.id, by: [], result: ENTERED });
  together([
    ...stageActions(step, stage, stage.entryActions),
    () => armMoves(step, stage),
    () => watchAge(step, stage),
    () => openStay(step, stage, scope.id),
  ]);
  if (entry !== null) step.arrivals.push({ node: entry, scope: scope.id, via });
};
