import type { Advanced, Json, Plan, Write } from "@sluice/process";
import { personOf, type Authorship } from "../record/authorship.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import type { CaseInHand } from "./caseInHand.ts";
import { assignTask } from "./writes/assignTask.ts";
import { cancelChild, openChild, tellChildren } from "./writes/child.ts";
import { closeTask } from "./writes/closeTask.ts";
import { createRecordWrite } from "./writes/createRecord.ts";
import { decision } from "./writes/decision.ts";
import { dueTask } from "./writes/dueTask.ts";
import { endCase } from "./writes/endCase.ts";
import { clearIncident, overcomeIncident, raiseIncident } from "./writes/incident.ts";
import { lockRecord } from "./writes/lockRecord.ts";
import { milestone } from "./writes/milestone.ts";
import { notify } from "./writes/notify.ts";
import { openTask } from "./writes/openTask.ts";
import { redrawTask } from "./writes/redrawTask.ts";
import { setFields } from "./writes/setFields.ts";
import { closeStay, dueStay, lateStay, openStay } from "./writes/stay.ts";
import { wantEffects } from "./writes/wantEffects.ts";
import type { WriteStep } from "./writes/writeStep.ts";

interface Collected {
  /** Fields of the case's record, written together. */
  readonly fields: Record<string, Json>;
}

const apply = async (write: Write, step: WriteStep, collected: Collected): Promise<void> => {
  switch (write.write) {
    case "enterStage": {
      const stage = step.plan.nodes.get(write.stage);
      step.it.stageKey = write.key;
      step.it.stageName = stage?.name ?? null;
      if (step.it.kind === "lifeCycle") collected.fields["stage"] = write.key;
      return write.milestone === null ? undefined : milestone(write.milestone, step);
    }
    case "restage": {
      const before = step.it.stageKey;
      step.it.stageKey = write.key;
      step.it.stageName = step.plan.nodes.get(write.stage)?.name ?? null;
      if (step.it.kind === "lifeCycle" && before !== write.key) collected.fields["stage"] = write.key;
      return;
    }
    case "redrawTask":
      return redrawTask(write, step);
    case "setField":
      collected.fields[write.path] = write.value;
      return;
    case "setOwner":
      collected.fields["owner"] = write.personId;
      return;
    case "createRecord":
      await setFields(collected.fields, step);
      return createRecordWrite(write, step);
    case "openTask":
      return openTask(write.task, step);
    case "assignTask":
      return assignTask(write, step);
    case "closeTask":
      return closeTask(write, step);
    case "decision":
      return decision(write, step);
    case "openStay":
      return openStay(write, step);
    case "closeStay":
      return closeStay(write, step);
    case "dueStay":
      return dueStay(write, step);
    case "dueTask":
      return dueTask(write, step);
    case "lateStay":
      return lateStay(write, step);
    case "openChild":
      return openChild(write, step);
    case "cancelChild":
      return cancelChild(write, step);
    case "tellChildren":
      return tellChildren(write, step);
    case "notify":
      return notify(write, step);
    case "lockRecord":
      return lockRecord(write, step);
    case "raiseIncident":
      return raiseIncident(write, step);
    case "overcomeIncident":
      return overcomeIncident(write, step);
    case "clearIncident":
      return clearIncident(write, step);
    case "endCase":
      return endCase(write, step);
  }
};

/** Writes, in order, what a step asks for; fields of the record are written together. */
export const applyWrites = async (
  tx: DoorTransaction,
  it: CaseInHand,
  { answer, plan, by }: { readonly answer: Advanced; readonly plan: Plan; readonly by: Authorship },
): Promise<void> => {
  const step: WriteStep = { tx, it, plan, by, seq: answer.state.seq, personId: personOf(by) };
  const collected: Collected = { fields: {} };
  for (const write of answer.writes) await apply(write, step, collected);
  await setFields(collected.fields, step);
  await wantEffects(answer, step);
};
