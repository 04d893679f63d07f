import { arrive } from "./arrive.ts";
import { attempt } from "./attempt.ts";
import type { Arrived } from "./behaviour.ts";
import { holds, questionsOf } from "./condition.ts";
import { conditionOf } from "./conditionOf.ts";
import { ringDeadline } from "./deadlines.ts";
import type { Happening } from "./event.ts";
import { rearmFieldTimers } from "./fieldTimers.ts";
import { isShut } from "./hold.ts";
import { isBroken, isStuck } from "./isStuck.ts";
import { onLooseEffect } from "./looseEffects.ts";
import { isDeadline, RELEASED } from "./ownSlots.ts";
import { Superseded } from "./signals.ts";
import type { Wait } from "./state.ts";
import type { Step } from "./step.ts";

/** A case keeps at most this many messages that nobody waits for yet. */
const MESSAGE_LIMIT = 100;

const isStill = (step: Step, wait: Wait): boolean => step.state.waits.some((it) => it.id === wait.id);

const tell = (step: Step, wait: Wait, happening: Happening, arrived: Arrived): void =>
  attempt(step, wait, happening, () => arrive(step, wait, arrived));

/** Tells whoever set this alarm; the one that follows a hold has every condition asked anew. */
export const ring = (step: Step, wait: Wait & { kind: "timer" }): void => {
  if (isDeadline(wait)) return ringDeadline(step, wait);
  if (wait.slot !== RELEASED) return arrive(step, wait, { kind: "timer" });
  step.removeWait(wait.id);
  askAllAgain(step);
};

/** Handles every alarm due by now or by the instant that rang, earliest first. */
export const onAlarm = (step: Step, happening: Happening & { type: "alarmRang" }): void => {
  const until = happening.dueAt > step.event.at ? happening.dueAt : step.event.at;
  const due = step.state.waits
    .filter((wait) => wait.kind === "timer")
    .filter((wait) => wait.dueAt <= until && !isStuck(step, wait))
    .toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0));
  if (due.length === 0) throw new Superseded();
  for (const wait of due) {
    if (isStill(step, wait) && !isShut(step, wait))
      attempt(step, wait, { type: "alarmRang", dueAt: wait.dueAt }, () => ring(step, wait));
  }
};

/** Asks a waiting condition again: when it has come true whoever waits is told, else what it was is kept. */
export const askAgain = (step: Step, wait: Wait & { kind: "condition" }): void => {
  const { condition, name } = conditionOf(step.plan, wait);
  const held = holds(step, condition, name);
  step.sawHold(wait.slot || wait.node, held);
  if (held && !wait.held) arrive(step, wait, { kind: "condition" });
  else if (held !== wait.held) step.replaceWait({ ...wait, held });
};

/** Asks every waiting condition again; one that has come true is taken, in the order in which they began to wait. */
export const askAllAgain = (step: Step): void => {
  const waiting = step.state.waits.filter((wait) => wait.kind === "condition").filter((wait) => !isStuck(step, wait));
  step.look(waiting.flatMap((wait) => questionsOf(step, conditionOf(step.plan, wait).condition)));
  for (const { id } of waiting) {
    const wait = step.state.waits.find((it) => it.id === id);
    if (wait?.kind !== "condition") continue;
    attempt(step, wait, { type: "factsChanged" }, () => askAgain(step, wait));
  }
};

/** The conditions that were true when they were last asked, and so may have become false unseen. */
const heldConditions = (step: Step): readonly (Wait & { kind: "condition" })[] =>
  step.state.waits.filter((wait) => wait.kind === "condition").filter((wait) => wait.held && !isBroken(step, wait));

/**
 * A step that begins to wait asks before its own writes are there. What these made false is noted before anybody else can
 * change it back; what they made true is taken when the case is told of them, never here.
 */
const noteOwnWrites = (step: Step): void => {
  const { waits, incidents } = step.state;
  const waiting = heldConditions(step);
  step.look(waiting.flatMap((wait) => questionsOf(step, conditionOf(step.plan, wait).condition)));
  for (const wait of waiting) attempt(step, wait, { type: "factsChanged" }, () => askAgain(step, wait));
  if (step.state.waits === waits && step.state.incidents === incidents) throw new Superseded();
};

/** The world changed: times that a field tells are read anew, conditions asked again. */
export const onFactsChanged = (step: Step, { byItself = false }: Happening & { type: "factsChanged" }): void => {
  if (byItself) return noteOwnWrites(step);
  const before = step.state.waits;
  rearmFieldTimers(step);
  if (step.state.waits === before && !before.some((wait) => wait.kind === "condition" && !isStuck(step, wait)))
    throw new Superseded();
  askAllAgain(step);
};

/** Whether a failure of this effect has been heard already and its next try is only a matter of time. */
const isWaitingToRetry = (step: Step, effect: Wait): boolean =>
  step.state.waits.some((wait) => wait.kind === "timer" && wait.token === effect.token && wait.slot === effect.id);

/** Hands an outcome of an effect to whoever waits for it. */
export const onEffect = (step: Step, happening: Happening & { type: "effectDone" | "effectFailed" }): void => {
  const wait = step.state.waits.find((it) => it.kind === "effect" && it.id === happening.effect);
  if (!wait) return onLooseEffect(step, happening);
  if (happening.type === "effectFailed" && (isStuck(step, wait) || isWaitingToRetry(step, wait)))
    throw new Superseded();
  const arrived: Arrived =
    happening.type === "effectDone"
      ? { kind: "effectDone", output: happening.output }
      : { kind: "effectFailed", reason: happening.reason, unknown: happening.unknown };
  tell(step, wait, happening, arrived);
};

/** Gives a message to the first who waits for it, or keeps it for whoever will. */
export const onMessage = (step: Step, happening: Happening & { type: "message" }): void => {
  const { id, message, key, payload } = happening;
  const wait = step.state.waits.find(
    (it) =>
      it.kind === "message" && it.message === message && (it.key === null || it.key === key) && !isStuck(step, it),
  );
  if (wait) return tell(step, wait, happening, { kind: "message", payload });
  if (step.state.messages.some((it) => it.id === id)) throw new Superseded();
  if (step.state.messages.length >= MESSAGE_LIMIT) step.stop("LIST_TOO_LONG", { limit: MESSAGE_LIMIT });
  step.state.messages = [...step.state.messages, { id, message, key, payload }];
};

/** Tells the step that opened a child how the child ended. */
export const onChildEnded = (step: Step, happening: Happening & { type: "childEnded" }): void => {
  const wait = step.state.waits.find((it) => it.kind === "child" && it.id === happening.childKey);
  if (!wait) throw new Superseded();
  tell(step, wait, happening, { kind: "childEnded", outcome: happening.outcome, brings: happening.brings ?? {} });
};
