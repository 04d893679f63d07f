import type { Problem } from "@sluice/problems";
import { type Advanced, type CaseEvent, controlPointsIn, type Plan } from "@sluice/process";
import { brokenControls } from "./brokenControls.ts";
import type { CaseInHand } from "./caseInHand.ts";
import { controlHistory } from "./controlHistory.ts";
import { controlPointProblems } from "./controlPoints.ts";
import type { FactSource } from "./facts/factSource.ts";
import { milestonesAhead } from "./milestonesAhead.ts";

interface Intended {
  readonly plan: Plan;
  readonly answer: Advanced;
  readonly event: CaseEvent;
  readonly source: FactSource;
}

/**
 * What the door would refuse a step for that the kernel allows, before it is taken: the firm's rules for the milestones it
 * advances to, and the control points of its process. All of it at once, on the record as it stands.
 */
export const standsAgainst = async (
  it: CaseInHand,
  { plan, answer, event, source }: Intended,
): Promise<readonly Problem[]> => {
  const milestones = milestonesAhead(plan, it.state.stage, answer.writes);
  const now = controlPointsIn(plan, it.state, answer, event);
  const history = now.length === 0 ? [] : await controlHistory(source.db, it);
  const isThere = milestones.length > 0 && (await source.records.find(source.record, "share")) !== null;
  return [
    ...(isThere ? await controlPointProblems(source, milestones) : []),
    ...(await brokenControls(it, { plan, history, now, source })),
  ];
};
