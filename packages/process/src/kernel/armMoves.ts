import type { Move } from "../definition/move.ts";
import type { StageNode } from "../nodes/stage/schema.ts";
import { holds } from "./condition.ts";
import { instantInField } from "./instantInField.ts";
import type { Wait } from "./state.ts";
import type { Step } from "./step.ts";
import { together } from "./together.ts";

const waitOf = (step: Step, stage: StageNode, move: Move): Wait | null => {
  const base = { id: step.newKey(), token: null, node: stage.id, slot: move.id };
  switch (move.trigger.by) {
    case "person":
      return null;
    case "timer": {
      const [dueAt] = step.look([{ fact: "dueAt", from: step.event.at, span: move.trigger.after }]);
      return { ...base, kind: "timer", dueAt: dueAt as string };
    }
    case "timerAt": {
      const dueAt = instantInField(step, move.trigger.path);
      return dueAt === null || dueAt <= step.event.at ? null : { ...base, kind: "timer", dueAt };
    }
    case "condition":
      return { ...base, kind: "condition", held: holds(step, move.trigger.condition, move.name.en) };
    case "message":
      return { ...base, kind: "message", message: move.trigger.message, key: null };
  }
};

/**
 * Arms the moves of a stage that a machine may take: by time, by a condition, by a message.
 *
 * A condition is asked once now, so that it fires when it *comes* true, not because it already was; a date already past when the
 * stage is entered is none to come.
 */
export const armMoves = (step: Step, stage: StageNode): void => {
  together(
    stage.moves.map((move) => () => {
      const wait = waitOf(step, stage, move);
      if (wait) step.addWait(wait);
    }),
  );
};
