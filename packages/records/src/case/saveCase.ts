import { traceparent } from "@sluice/telemetry";
import { sql } from "kysely";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import type { CaseInHand } from "./caseInHand.ts";
import { wakeQueued } from "./startQueue.ts";

const columnsOf = (it: CaseInHand) => ({
  version: it.version,
  plan_hash: it.planHash,
  seq: it.state.seq,
  status: it.state.status,
  outcome: it.state.outcome,
  stage_key: it.stageKey,
  stage_name: it.stageName === null ? null : JSON.stringify(it.stageName),
  state: JSON.stringify(it.state),
  alarm_at: it.alarmAt,
  armed_at: it.armedAt,
  last_event_at: it.lastEventAt,
  ended_at: it.state.status === "ended" ? it.lastEventAt : null,
  watches: it.watches,
});

const rowOf = (it: CaseInHand) => ({
  ...columnsOf(it),
  id: it.id,
  process_key: it.processKey,
  kind: it.kind,
  record_type: it.recordType,
  record_id: it.recordId,
  parent_case_id: it.parentCaseId,
  parent_key: it.parentKey,
  depth: it.depth,
  initiator_id: it.initiatorId,
  opened_at: it.openedAt,
  lane: it.lane,
  trigger_version: it.triggerVersion,
  chain: it.chain,
});

/** Stores new cases by one statement. For those that want nothing of a carrier yet. */
export const insertCases = async (tx: DoorTransaction, all: readonly CaseInHand[]): Promise<void> => {
  if (all.length > 0) await tx.db.insertInto("case").values(all.map(rowOf)).execute();
  for (const it of all) it.isStored = true;
};

/** Whether the carrier must be told: it holds a later alarm than is wanted, or it runs what is over. */
const mustTell = (it: CaseInHand): boolean => {
  if (it.effectsChanged) return true;
  if (it.state.status === "ended") return it.armedAt !== null;
  return it.alarmAt !== null && (it.armedAt === null || it.alarmAt < it.armedAt);
};

/**
 * Stores a case as its steps have left it, and wakes its carrier when that must know: once for all steps of a transaction.
 *
 * A carrier that is itself calling is not woken: the answer it gets is the directive. With a case that has ended, the start that
 * waits behind it is next.
 */
export const saveCase = async (
  tx: DoorTransaction,
  it: CaseInHand,
  { callerIsCarrier = false }: { readonly callerIsCarrier?: boolean } = {},
): Promise<void> => {
  const tells = callerIsCarrier || mustTell(it);
  if (tells) it.armedAt = it.alarmAt;
  if (it.isStored) await tx.db.updateTable("case").set(columnsOf(it)).where("id", "=", it.id).execute();
  else await insertCases(tx, [it]);
  if (tells && !callerIsCarrier) {
    await sql`INSERT INTO outbox (case_id, lane, trace) VALUES (${it.id}, ${it.lane}, ${traceparent()})`.execute(tx.db);
    tx.hasOutbox = true;
  }
  if (it.state.status === "ended" && it.kind === "side") await wakeQueued(tx, it);
  it.effectsChanged = false;
};
