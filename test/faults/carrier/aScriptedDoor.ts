import type { CarrierAnswer, CaseRef, Directive, WantedEffect } from "@sluice/contracts";
import type { BeginAnswer, CarrierDoor } from "@sluice/records";

/** A case as a script tells it: what it wants, and what its carrier has told of it. */
export interface ScriptedCase {
  seq: number;
  alarmAt: string | null;
  readonly effects: Map<
    string,
    { readonly queue: string; status: "wanted" | "begun" | "done" | "failed"; begins: number }
  >;
  readonly rang: string[];
  readonly failed: { readonly key: string; readonly reason: string; readonly outcomeUnknown: boolean }[];
  /** What happens to the case when its alarm rang; the alarm is cleared before. */
  onAlarm: (it: ScriptedCase) => void;
}

export interface ScriptedDoor extends CarrierDoor {
  readonly cases: Map<string, ScriptedCase>;
  aCase(
    id: string,
    wants?: {
      alarmAt?: string | null;
      effects?: readonly string[];
      queue?: string;
      onAlarm?: (it: ScriptedCase) => void;
    },
  ): ScriptedCase;
  directive(id: string): Directive;
  currentEpoch: string;
}

/**
 * The door's side of the contract in memory, to look at the workflow alone: what it asks, in which order, and what it makes
 * of each answer. Nothing here proves anything about the real door; the tests with kills use that one.
 */
export const aScriptedDoor = (epoch: string): ScriptedDoor => {
  const cases = new Map<string, ScriptedCase>();
  const get = (id: string): ScriptedCase => {
    const found = cases.get(id);
    if (found === undefined) throw new Error(`no case ${id} in the script`);
    return found;
  };
  const directive = (id: string): Directive => {
    const it = get(id);
    const effects = [...it.effects]
      .filter(([, { status }]) => status === "wanted" || status === "begun")
      .map(([key, { queue }]): WantedEffect => ({ key, kind: "probe", queue, profile: "quick" }));
    return { seq: it.seq, alarmAt: it.alarmAt, effects, ended: false, stage: "Scripted" };
  };
  const answer = (ref: CaseRef): CarrierAnswer =>
    ref.epoch === door.currentEpoch
      ? { verdict: "current", directive: directive(ref.caseId) }
      : { verdict: "superseded" };

  const door: ScriptedDoor = {
    cases,
    currentEpoch: epoch,
    directive,
    aCase: (id, { alarmAt = null, effects = [], queue = `${epoch}-people`, onAlarm = () => undefined } = {}) => {
      const it: ScriptedCase = {
        seq: 1,
        alarmAt,
        rang: [],
        failed: [],
        onAlarm,
        effects: new Map(effects.map((key) => [key, { queue, status: "wanted", begins: 0 }])),
      };
      cases.set(id, it);
      return it;
    },
    epoch: async () => door.currentEpoch,
    directiveOf: async (id) => (cases.has(id) ? directive(id) : null),
    deliverInbox: async () => 0,
    fanOut: async () => false,
    migrateMore: async () => false,
    bulkMore: async () => false,
    fireSchedule: async () => undefined,
    begin: async (ref, key): Promise<BeginAnswer> => {
      const effect = get(ref.caseId).effects.get(key);
      if (ref.epoch !== door.currentEpoch || effect === undefined || !["wanted", "begun"].includes(effect.status))
        return { verdict: "superseded", answer: answer(ref) };
      effect.status = "begun";
      effect.begins += 1;
      return {
        verdict: "begin",
        block: "probe",
        input: { key },
        attempt: effect.begins,
        onUnknown: "repeat",
        caseId: ref.caseId,
        processKey: "scripted",
      };
    },
    done: async (ref, key) => {
      const it = get(ref.caseId);
      const effect = it.effects.get(key);
      if (effect !== undefined && effect.status !== "done") {
        effect.status = "done";
        it.seq += 1;
      }
      return answer(ref);
    },
    failed: async (ref, key, reason, outcomeUnknown) => {
      const it = get(ref.caseId);
      const effect = it.effects.get(key);
      if (effect !== undefined && (effect.status === "wanted" || effect.status === "begun")) {
        effect.status = "failed";
        it.failed.push({ key, reason, outcomeUnknown });
        it.seq += 1;
      }
      return answer(ref);
    },
    alarmRang: async (ref, dueAt) => {
      const it = get(ref.caseId);
      if (ref.epoch === door.currentEpoch) {
        it.rang.push(dueAt);
        if (it.alarmAt !== null && Date.parse(it.alarmAt) <= Math.max(Date.now(), Date.parse(dueAt))) {
          it.alarmAt = null;
          it.seq += 1;
          it.onAlarm(it);
        }
      }
      return answer(ref);
    },
  };
  return door;
};
