import type { Move } from "../../definition/move.ts";
import { holds } from "../../kernel/condition.ts";
import { forget } from "../../kernel/endToken.ts";
import { instantInField } from "../../kernel/instantInField.ts";
import { isSameJson } from "../../kernel/isSameJson.ts";
import type { Json } from "../../kernel/json.ts";
import { isDeadline, RELEASED, isOfAge } from "../../kernel/ownSlots.ts";
import { ENTERED, type Wait } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";
import { together } from "../../kernel/together.ts";
import type { StageNode } from "../../nodes/stage/schema.ts";
import { retime } from "./alarms.ts";
import type { Times } from "./stood.ts";
import type { Translation } from "./translation.ts";

/** The waits of the stage itself; deadlines of control points belong to the case, and go on. */
const ofStage = (step: Step): readonly Wait[] =>
  step.state.waits.filter((wait) => wait.token === null && !isDeadline(wait));

const isSame = (one: Move["trigger"] | undefined, other: Move["trigger"]): boolean =>
  one !== undefined && isSameJson(one as Json, other as Json);

const ADMITS: Readonly<Record<Move["trigger"]["by"], Wait["kind"] | null>> = {
  person: null,
  timer: "timer",
  timerAt: "timer",
  condition: "condition",
  message: "message",
};

/** Arms a move whose trigger is new or another: a condition is asked now, so that it fires when it comes true. */
const rearm = (step: Step, stage: StageNode, { id, name, trigger }: Move): void => {
  const wait = ofStage(step).find(({ slot }) => slot === id);
  const base = { token: null, node: stage.id, slot: id };
  switch (trigger.by) {
    case "condition": {
      const held = holds(step, trigger.condition, name.en);
      if (wait?.kind === "condition") return step.replaceWait({ ...wait, held });
      step.addWait({ ...base, id: step.newKey(), kind: "condition", held });
      return;
    }
    case "message":
      if (wait) forget(step, wait, "superseded");
      step.addWait({ ...base, id: step.newKey(), kind: "message", message: trigger.message, key: null });
      return;
    case "timerAt": {
      const dueAt = instantInField(step, trigger.path);
      if (wait) forget(step, wait, "superseded");
      if (dueAt !== null && dueAt > step.event.at) step.addWait({ ...base, id: step.newKey(), kind: "timer", dueAt });
      return;
    }
    case "timer":
    case "person":
      return;
  }
};

const slotOf =
  ({ move }: Translation) =>
  (slot: string): string | null =>
    slot.startsWith("$") ? slot : move(slot);

/** Fits what a stage waits for to its new version: moves that are gone are forgotten, new ones armed, the others left as they are. */
export const stageAfter = (step: Step, by: Translation, old: StageNode, stage: StageNode, times: Times): void => {
  const triggers = new Map(old.moves.map(({ id, trigger }) => [by.move(id), trigger]));
  for (const wait of ofStage(step)) {
    const move = stage.moves.find(({ id }) => id === wait.slot);
    const fits = move ? ADMITS[move.trigger.by] === wait.kind : isOfAge(wait) || wait.slot === RELEASED;
    if (!fits) forget(step, wait, "superseded");
  }
  together(
    stage.moves.flatMap((move) =>
      isSame(triggers.get(move.id), move.trigger) ? [] : [() => rearm(step, stage, move)],
    ),
  );
  const began =
    step.state.trail.findLast((entry) => entry.node === stage.id && entry.result === ENTERED)?.at ??
    step.state.openedAt;
  retime(step, {
    token: null,
    old: { plan: by.from, node: old },
    now: stage,
    began,
    ...times,
    slotOf: slotOf(by),
  });
  if (old.id !== stage.id || old.key !== stage.key || !isSameJson(old.name as Json, stage.name as Json))
    step.writes.push({ write: "restage", stage: stage.id, key: stage.key });
};
