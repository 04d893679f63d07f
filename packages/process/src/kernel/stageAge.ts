import type { LocalText } from "@sluice/problems";
import type { StageNode } from "../nodes/stage/schema.ts";
import { AGE_LIMIT, AGE_WARNING } from "./ownSlots.ts";
import { findPeople } from "./people.ts";
import { stageScope } from "./scopes.ts";
import type { CaseState, Wait } from "./state.ts";
import type { Step } from "./step.ts";

const idsOf = (step: Step, rules: Parameters<typeof findPeople>[1], stage: StageNode): readonly string[] =>
  findPeople(step, rules, stage.name.en).map((person) => person.personId);

/** Who answers for the record in a stage by the stage's own rule; nobody where it has none, or finds nobody. */
export const ownersIn = (step: Step, stage: StageNode): readonly string[] => idsOf(step, stage.owner ?? [], stage);

/** Sets the alarms of a stage that says how long a record may be in it. */
export const watchAge = (step: Step, stage: StageNode): void => {
  if (!stage.ageLimit) return;
  const { after, warnAfter } = stage.ageLimit;
  const spans = warnAfter ? [after, warnAfter] : [after];
  const [limitAt, warnAt] = step.look(
    spans.map((span) => ({ fact: "dueAt", from: step.event.at, span })),
  ) as readonly string[];
  const set = (slot: string, dueAt: string): unknown =>
    step.addWait({ id: step.newKey(), token: null, node: stage.id, slot, kind: "timer", dueAt });
  set(AGE_LIMIT, limitAt as string);
  if (warnAt !== undefined && warnAt < (limitAt as string)) set(AGE_WARNING, warnAt);
};

/** When the record will have been in its stage for too long; null where nothing says so, or it has been said. */
export const ageLimitAt = ({ waits }: Pick<CaseState, "waits">): string | null => {
  const limit = waits.find((wait) => wait.kind === "timer" && wait.token === null && wait.slot === AGE_LIMIT);
  return limit?.kind === "timer" ? limit.dueAt : null;
};

const limitHasPassed = (step: Step): boolean =>
  step.state.waits.some((wait) => wait.kind === "timer" && wait.slot === AGE_LIMIT && wait.dueAt <= step.event.at);

const told = ({ name }: StageNode, isLate: boolean): LocalText =>
  isLate
    ? { en: `“${name.en}” has lasted too long`, zh: `“${name.zh}”停留超时` }
    : { en: `“${name.en}” is about to last too long`, zh: `“${name.zh}”即将停留超时` };

/**
 * Says that a record is longer in its stage than it should be, or is about to be: to whoever answers for it there, else to its
 * owner. A warning that rings together with the limit, after a downtime, says nothing of its own.
 */
export const ringAge = (step: Step, stage: StageNode, wait: Wait): void => {
  step.removeWait(wait.id);
  const isLate = wait.slot === AGE_LIMIT;
  if (!isLate && limitHasPassed(step)) return;
  if (isLate) step.writes.push({ write: "lateStay", token: stageScope(step).id });
  const own = ownersIn(step, stage);
  const people = own.length > 0 ? own : idsOf(step, [{ by: "owner" }], stage);
  step.writes.push({ write: "notify", people, subject: told(stage, isLate), node: stage.id });
};
