import type { Sla, Span } from "../../definition/time.ts";
import { wiresFor } from "../../kernel/flow.ts";
import type { Json } from "../../kernel/json.ts";
import type { Token, Wait } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";

/** What an alarm on people's work means: a rung of its ladder, or that its time is up. */
export type Alarm =
  | { readonly means: "rung"; readonly index: number }
  | { readonly means: "timeout" }
  | { readonly means: "nothing" };

/** A machine's verdict that was due this long ago (it slept through a downtime) waits as long again before it acts. */
const GRACE: Span = { amount: 1, unit: "hour", calendar: "working" };

const dueAfter = (step: Step, from: string, span: Span): string =>
  step.look([{ fact: "dueAt", from, span }])[0] as string;

/** Notes when the work is due, with its stay where that is opened in this very step. */
const noteDue = (step: Step, { id }: Token, dueAt: string): void => {
  const index = step.writes.findIndex((write) => write.write === "openStay" && write.token === id);
  const stay = step.writes[index];
  if (stay?.write === "openStay") step.writes[index] = { ...stay, dueAt };
  else step.writes.push({ write: "dueStay", token: id, dueAt });
};

/** Says that open work is due at another time: at its stay, and with everybody who is asked. */
export const moveDue = (step: Step, token: Token, dueAt: string): void => {
  step.keep(token, { ...(token.data as { readonly [name: string]: Json }), dueAt });
  step.writes.push({ write: "dueStay", token: token.id, dueAt });
  for (const wait of step.state.waits)
    if (wait.kind === "task" && wait.token === token.id) step.writes.push({ write: "dueTask", task: wait.id, dueAt });
};

/** Sets the alarms of a piece of people's work. Answers when it is due, or null when it has no time limit. */
export const armLadder = (step: Step, token: Token, sla: Sla | undefined): string | null => {
  if (!sla) return null;
  const base = { token: token.id, node: token.node };
  const spans = [sla.due, ...sla.ladder.map((rung) => rung.after)];
  const [dueAt, ...rungs] = step.look(
    spans.map((span) => ({ fact: "dueAt", from: step.event.at, span })),
  ) as readonly string[];
  for (const [index, at] of rungs.entries())
    step.addWait({ ...base, id: step.newKey(), slot: `rung:${index}`, kind: "timer", dueAt: at });
  if (wiresFor(step.plan.out.get(token.node) ?? [], { by: "timeout" }).length > 0) {
    step.addWait({ ...base, id: step.newKey(), slot: "timeout", kind: "timer", dueAt: dueAt as string });
  }
  noteDue(step, token, dueAt as string);
  return dueAt ?? null;
};

const laterRungIsDue = (step: Step, wait: Wait & { kind: "timer" }): boolean =>
  step.state.waits.some(
    (other) =>
      other.kind === "timer" &&
      other.token === wait.token &&
      other.id !== wait.id &&
      other.slot.startsWith("rung:") &&
      other.dueAt > wait.dueAt &&
      other.dueAt <= step.event.at,
  );

/** Reads an alarm that rang and takes it off. Of several rungs overdue together only the last one means anything. */
export const readAlarm = (step: Step, wait: Wait & { kind: "timer" }, sla: Sla | undefined): Alarm => {
  step.removeWait(wait.id);
  if (wait.slot === "timeout") return { means: "timeout" };
  const [, index, graced] = wait.slot.split(":");
  const rung = sla?.ladder[Number(index)];
  if (!rung || laterRungIsDue(step, wait)) return { means: "nothing" };
  const isVerdict = rung.action.do === "approve" || rung.action.do === "reject";
  if (isVerdict && !graced && dueAfter(step, wait.dueAt, GRACE) <= step.event.at) {
    step.addWait({ ...wait, slot: `${wait.slot}:graced`, dueAt: dueAfter(step, step.event.at, GRACE) });
    return { means: "nothing" };
  }
  return { means: "rung", index: Number(index) };
};
