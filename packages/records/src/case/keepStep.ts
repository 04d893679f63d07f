import { controlPointsIn, type Advanced, type CaseEvent, type CaseState, type Plan } from "@sluice/process";
import type { Authorship } from "../record/authorship.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { applyWrites } from "./applyWrites.ts";
import { brokenControls } from "./brokenControls.ts";
import type { CaseInHand } from "./caseInHand.ts";
import { controlHistory, keepSeen } from "./controlHistory.ts";
import { ControlPointRefusal, controlPointProblems } from "./controlPoints.ts";
import type { FactSource } from "./facts/factSource.ts";
import { milestonesAhead } from "./milestonesAhead.ts";
import { noteStep } from "./noteStep.ts";
import { syncAwaits } from "./syncAwaits.ts";
import { syncWatches } from "./syncWatches.ts";

/** A step that the kernel has decided on, and what it was decided with. */
export interface DecidedStep {
  readonly answer: Advanced;
  readonly event: CaseEvent;
  readonly plan: Plan;
  readonly source: FactSource;
  readonly by: Omit<Authorship, "step">;
  /** The state that it came from, in the words of the plan. */
  readonly before: CaseState;
}

/** Writes all that a decided step asks for, holds it to the control points, and keeps the event. Only the case's own row is left. */
export const keepStep = async (
  tx: DoorTransaction,
  it: CaseInHand,
  { answer, event, plan, source, by, before }: DecidedStep,
): Promise<void> => {
  const { at: _at, actor: _actor, ...happening } = event;
  const now = controlPointsIn(plan, before, answer, happening);
  const history = now.length === 0 ? [] : await controlHistory(tx.db, it);
  it.state = answer.state;
  it.lastEventAt = by.at;
  it.alarmAt = answer.state.status === "ended" ? null : answer.alarmAt;
  const authorship: Authorship = { ...by, step: { caseId: it.id, seq: answer.state.seq, chain: it.chain } };
  await applyWrites(tx, it, { answer, plan, by: authorship });
  const milestones = milestonesAhead(plan, before.stage, answer.writes);
  // The rules are asked of the record as this transaction is about to leave it.
  const { house, db, records } = tx;
  const against = await controlPointProblems({ house, db, records, record: source.record, at: by.at }, milestones);
  if (against.length > 0) throw new ControlPointRefusal(against);
  const broken = await brokenControls(it, { plan, history, now, source: { ...source, readFrom: new Map() } });
  if (broken.length > 0) throw new ControlPointRefusal(broken);
  await keepSeen(tx, it, { now, by: authorship });
  await noteStep(tx, it, { answer, event, by: authorship });
  await syncWatches(tx, it, { answer, source });
  await syncAwaits(tx, it, before);
};
