import { problem, type Problem } from "@sluice/problems";
import type { StageNode } from "../nodes/stage/schema.ts";
import { armMoves } from "./armMoves.ts";
import { endToken, forget } from "./endToken.ts";
import { isEmptyValue } from "./form.ts";
import { nodeIn, nodeOfKind } from "./plan.ts";
import { stageScope, tokensUnder } from "./scopes.ts";
import { ENTERED } from "./state.ts";
import type { Step } from "./step.ts";

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

const leaveStage = (step: Step): void => {
  const scope = stageScope(step);
  for (const token of tokensUnder(step, scope.id)) endToken(step, token, "left");
  for (const wait of step.state.waits.filter((it) => it.token === null)) forget(step, wait, "left");
  step.state.scopes = step.state.scopes.filter((it) => it.kind === "case");
  step.arrivals.length = 0;
};

/**
 * Takes the record out of its stage and into another (or into the same one anew), at the step `entry` or at rest.
 *
 * What is open in the stage it leaves is cancelled, or keeps it there. A token is never left behind.
 */
export const goToStage = (step: Step, target: string, entry: string | null, via: string | null): void => {
  const stage = nodeOfKind(step.plan, target, "stage");
  const leaving =
    step.state.stage === null ? [] : problemsOfLeaving(step, nodeOfKind(step.plan, step.state.stage, "stage"));
  const problems = [...leaving, ...missingFields(step, stage.requiredToEnter)];
  if (problems.length > 0) step.refuse(problems);
  if (step.state.stage !== null) leaveStage(step);
  const scope = step.addScope({ parent: "case", kind: "stage", node: stage.id });
  step.state.stage = stage.id;
  step.writes.push({ write: "enterStage", stage: stage.id, key: stage.key, milestone: stage.milestone ?? null });
  step.note({ node: stage.id, by: [], result: ENTERED });
  armMoves(step, stage);
  if (entry !== null) step.arrivals.push({ node: entry, scope: scope.id, via });
};
