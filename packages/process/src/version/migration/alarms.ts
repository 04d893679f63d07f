import type { Node } from "../../definition/node.ts";
import type { Sla, Span } from "../../definition/time.ts";
import { forget } from "../../kernel/endToken.ts";
import { wiresFor } from "../../kernel/flow.ts";
import { AGE_LIMIT, AGE_WARNING } from "../../kernel/ownSlots.ts";
import type { Plan } from "../../kernel/plan.ts";
import type { Wait } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";
import type { Times } from "./stood.ts";

type TimerWait = Wait & { readonly kind: "timer" };

/** An alarm that a step or stage sets when it is entered: which of its waits it is, and after how long it rings. */
interface Alarm {
  readonly slot: string;
  readonly span: Span;
}

const ofSla = (plan: Plan, node: Node, sla: Sla | undefined): readonly Alarm[] => {
  if (!sla) return [];
  const rungs = sla.ladder.map(({ after }, index) => ({ slot: `rung:${index}`, span: after }));
  const hasTimeout = wiresFor(plan.out.get(node.id) ?? [], { by: "timeout" }).length > 0;
  return hasTimeout ? [...rungs, { slot: "timeout", span: sla.due }] : rungs;
};

/** The alarms that a step or stage sets by spans of time. Dates in fields are none of these. */
const alarmsOf = (plan: Plan, node: Node): readonly Alarm[] => {
  switch (node.kind) {
    case "task":
    case "approval":
      return ofSla(plan, node, node.sla);
    case "timer":
      return node.wait.until === "span" ? [{ slot: "", span: node.wait.span }] : [];
    case "message":
      return node.giveUpAfter ? [{ slot: "giveUp", span: node.giveUpAfter }] : [];
    case "race":
      return node.runners.flatMap(({ key, on }) => (on.kind === "timer" ? [{ slot: key, span: on.after }] : []));
    case "stage": {
      const { ageLimit } = node;
      return [
        ...node.moves.flatMap(({ id, trigger }) => (trigger.by === "timer" ? [{ slot: id, span: trigger.after }] : [])),
        ...(ageLimit ? [{ slot: AGE_LIMIT, span: ageLimit.after }] : []),
        ...(ageLimit?.warnAfter ? [{ slot: AGE_WARNING, span: ageLimit.warnAfter }] : []),
      ];
    }
    default:
      return [];
  }
};

/** A place whose alarms are set anew: a token that stays at its step, or the stage itself. */
export interface AlarmPlace extends Times {
  readonly token: string | null;
  readonly old: { readonly plan: Plan; readonly node: Node };
  readonly now: Node;
  /** When the alarms of the old version began to count. */
  readonly began: string;
  /** What a slot of the old version is called in the new one. */
  readonly slotOf: (old: string) => string | null;
}

/** A machine's verdict that waits for its grace is still the same rung. */
const plainSlot = (slot: string): string => (slot.startsWith("rung:") ? slot.split(":").slice(0, 2).join(":") : slot);

const isAt = (place: AlarmPlace, wait: Wait): wait is TimerWait =>
  wait.kind === "timer" && wait.token === place.token && (place.token !== null || wait.node === place.now.id);

/** From when the new version counts: a time that a suspension moves on is counted from where it began. */
export const countedFrom = (step: Step, { began, timers }: Pick<AlarmPlace, "began" | "timers">): string =>
  timers === "new" ? began : (step.state.suspendedAt ?? step.event.at);

type Found = Alarm & { readonly wait: TimerWait | undefined };

const setAlarm = (step: Step, place: AlarmPlace, { slot, wait }: Pick<Found, "slot" | "wait">, dueAt: string): void => {
  if (wait !== undefined) step.replaceWait({ ...wait, slot, dueAt });
  else step.addWait({ id: step.newKey(), token: place.token, node: place.now.id, slot, kind: "timer", dueAt });
};

/** Sets each alarm to when it rang before the case was taken over; one that had rung by then rings no more. */
const ringAsBefore = (step: Step, place: AlarmPlace, found: readonly Found[]): void => {
  for (const { slot, wait } of found) {
    const before = place.stood?.alarms.find((it) => it.token === place.token && plainSlot(it.slot) === slot);
    if (before !== undefined) setAlarm(step, place, { slot: before.slot, wait }, before.dueAt);
    else if (wait !== undefined) forget(step, wait, "superseded");
  }
};

/**
 * Sets the alarms of a step or stage that stays, as it was chosen. One that has rung already does not ring again unless it is
 * restarted; one that the old version did not know counts from now, or with `new` from when the step was entered. On the way
 * back they ring as they did before.
 */
export const retime = (step: Step, place: AlarmPlace): void => {
  const alarms = alarmsOf(step.plan, place.now);
  const known = new Set(alarmsOf(place.old.plan, place.old.node).map(({ slot }) => place.slotOf(slot)));
  const waits = step.state.waits.filter((wait): wait is TimerWait => isAt(place, wait));
  const found = alarms.map((alarm) => ({ ...alarm, wait: waits.find(({ slot }) => plainSlot(slot) === alarm.slot) }));
  for (const wait of waits)
    if (known.has(plainSlot(wait.slot)) && !alarms.some(({ slot }) => slot === plainSlot(wait.slot)))
      forget(step, wait, "superseded");
  if (place.stood !== undefined) return ringAsBefore(step, place, found);
  const isToSet = ({ slot, wait }: (typeof found)[number]): boolean =>
    wait === undefined ? place.timers === "restarted" || !known.has(slot) : place.timers !== "kept";
  const toSet = found.filter(isToSet);
  const from = countedFrom(step, place);
  const dues = step.look(toSet.map(({ span }) => ({ fact: "dueAt", from, span }))) as readonly string[];
  for (const [index, alarm] of toSet.entries()) setAlarm(step, place, alarm, dues[index] as string);
};
