import type { Node } from "../../definition/node.ts";
import { conditionOf } from "../../kernel/conditionOf.ts";
import { forget } from "../../kernel/endToken.ts";
import { instantInField } from "../../kernel/instantInField.ts";
import { isSameJson } from "../../kernel/isSameJson.ts";
import { isStuck } from "../../kernel/isStuck.ts";
import type { Json } from "../../kernel/json.ts";
import { askAgain } from "../../kernel/onMachine.ts";
import { nodeIn } from "../../kernel/plan.ts";
import type { Token } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";
import { keepRound, roundOf } from "../../nodes/approval/round.ts";
import type { SubprocessNode } from "../../nodes/subprocess/schema.ts";
import type { TimerNode } from "../../nodes/timer/schema.ts";
import { retime } from "./alarms.ts";
import { approvalAfter } from "./approvalAfter.ts";
import type { Times } from "./stood.ts";
import type { Translation } from "./translation.ts";
import { dueAfter, keepDue, redraw, taskAfter } from "./workAfter.ts";

/** A step that stays, in both versions. */
interface Stay extends Times {
  readonly old: Node;
  readonly now: Node;
  readonly by: Translation;
}

const current = (step: Step, { id }: Token): Token | undefined => step.state.tokens.find((token) => token.id === id);

/** A timer that hangs on another field than before rings when that one tells; one whose field is empty holds nobody. */
const refield = (step: Step, token: Token, old: TimerNode, now: TimerNode): void => {
  if (now.wait.until !== "field" || isSameJson(old.wait as Json, now.wait as Json)) return;
  const dueAt = instantInField(step, now.wait.path) ?? step.event.at;
  for (const wait of step.state.waits)
    if (wait.kind === "timer" && wait.token === token.id) step.replaceWait({ ...wait, dueAt });
};

/** Children keep running. What is still to be opened is of the process that is drawn now; so is the message that adds more. */
const relist = (step: Step, token: Token, old: SubprocessNode, now: SubprocessNode): void => {
  if (old.process !== now.process || old.version !== now.version) {
    const [found] = step.look([{ fact: "process", process: now.process, version: now.version }]);
    if (found === null) return step.stop("PROCESS_MISSING", { process: now.process });
    step.keep(token, { ...(token.data as object), version: (found as { readonly version: number }).version } as Json);
  }
  if (old.more === now.more) return;
  for (const wait of step.state.waits)
    if (wait.token === token.id && wait.slot === "more") forget(step, wait, "superseded");
  const base = { token: token.id, node: now.id, slot: "more" };
  if (now.more !== undefined)
    step.addWait({ ...base, id: step.newKey(), kind: "message", message: now.more, key: null });
};

/** Asks a condition that is drawn otherwise; a case that is suspended asks it when it is resumed. */
const reask = (step: Step, token: Token, { old, by }: Stay): void => {
  if (step.state.status !== "running") return;
  for (const wait of step.state.waits) {
    if (wait.kind !== "condition" || wait.token !== token.id || isStuck(step, wait)) continue;
    const before = conditionOf(by.from, { ...wait, node: old.id }).condition;
    if (!isSameJson(before as Json, conditionOf(step.plan, wait).condition as Json)) askAgain(step, wait);
    if (current(step, token) === undefined) return;
  }
};

const work = (step: Step, token: Token, { old, now, timers, stood }: Stay): void => {
  if (!(old.kind === "task" || old.kind === "approval") || !(now.kind === "task" || now.kind === "approval")) return;
  const dueAt = dueAfter(step, token, { old: old.sla, now: now.sla, timers, stood });
  redraw(step, token, { old, now, dueAt });
  if (old.kind === "task" && now.kind === "task") return taskAfter(step, old, now, keepDue(step, token, dueAt));
  if (old.kind !== "approval" || now.kind !== "approval") return;
  const kept = dueAt === undefined ? token : keepRound(step, token, { ...roundOf(token), dueAt });
  approvalAfter(step, old, now, kept);
};

/** Whether an incident keeps the token from having begun its step: a retry enters it as it is drawn then. */
const isUnbegun = (step: Step, { id }: Token): boolean =>
  step.state.incidents.some((incident) => incident.token === id && incident.wait === null);

/** Goes on with a step that stays: what is open in it is kept, and fitted to how it is drawn now. */
export const stepAfter = (step: Step, token: Token, by: Translation, oldId: string, times: Times): void => {
  const [old, now] = [nodeIn(by.from, oldId), nodeIn(step.plan, token.node)];
  if (isUnbegun(step, token)) return;
  const place = { token: token.id, old: { plan: by.from, node: old }, now, began: token.enteredAt, ...times };
  retime(step, { ...place, slotOf: (slot) => slot });
  if (old.kind === "timer" && now.kind === "timer") refield(step, token, old, now);
  if (old.kind === "subprocess" && now.kind === "subprocess") relist(step, token, old, now);
  work(step, token, { old, now, by, ...times });
  if (current(step, token) !== undefined) reask(step, token, { old, now, by, ...times });
};
