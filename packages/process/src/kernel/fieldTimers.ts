import type { StageNode } from "../nodes/stage/schema.ts";
import { forget } from "./endToken.ts";
import { instantInField } from "./instantInField.ts";
import { nodeIn, type Plan } from "./plan.ts";
import type { Wait } from "./state.ts";
import type { Step } from "./step.ts";

type TimerWait = Wait & { kind: "timer" };

const stageOfCase = (step: Pick<Step, "plan" | "state">): StageNode | null => {
  const node = step.state.stage === null ? null : nodeIn(step.plan, step.state.stage);
  return node?.kind === "stage" ? node : null;
};

/** The field that tells when this alarm rings; null for one that was counted from when it was set. */
export const fieldOfTimer = (plan: Plan, wait: TimerWait): string | null => {
  const node = nodeIn(plan, wait.node);
  if (node.kind === "timer") return node.wait.until === "field" ? node.wait.path : null;
  if (node.kind !== "stage") return null;
  const move = node.moves.find((it) => it.id === wait.slot);
  return move?.trigger.by === "timerAt" ? move.trigger.path : null;
};

/** The fields that alarms of this case hang on: its waiting ones, and the moves of its stage that had no date yet. */
export const fieldsOfTimers = (step: Pick<Step, "plan" | "state">): readonly string[] => {
  const ofWaits = step.state.waits.flatMap((wait) => (wait.kind === "timer" ? [fieldOfTimer(step.plan, wait)] : []));
  const ofMoves = (stageOfCase(step)?.moves ?? []).map((move) =>
    move.trigger.by === "timerAt" ? move.trigger.path : null,
  );
  return [...new Set([...ofWaits, ...ofMoves])].filter((path): path is string => path !== null);
};

/**
 * Reads again when the alarms told by a field are due: a changed date moves its alarm, an emptied one takes a move's alarm off.
 *
 * A move whose alarm has rung is armed again only for a time still to come. A timer step whose field was emptied keeps nobody: its
 * alarm rings at once.
 */
export const rearmFieldTimers = (step: Step): void => {
  for (const wait of step.state.waits) {
    if (wait.kind !== "timer") continue;
    const path = fieldOfTimer(step.plan, wait);
    if (path === null) continue;
    const dueAt = instantInField(step, path);
    if (dueAt === wait.dueAt) continue;
    if (dueAt === null && wait.token === null) forget(step, wait, "superseded");
    else step.replaceWait({ ...wait, dueAt: dueAt ?? step.event.at });
  }
  const stage = stageOfCase(step);
  for (const move of stage?.moves ?? []) {
    if (move.trigger.by !== "timerAt" || step.state.waits.some((wait) => wait.token === null && wait.slot === move.id))
      continue;
    const dueAt = instantInField(step, move.trigger.path);
    if (stage && dueAt !== null && dueAt > step.event.at)
      step.addWait({ id: step.newKey(), token: null, node: stage.id, slot: move.id, kind: "timer", dueAt });
  }
};
