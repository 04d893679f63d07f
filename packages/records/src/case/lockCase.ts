import { problem, Refusal, type LocalText } from "@sluice/problems";
import { upgradeState } from "@sluice/process";
import { sql } from "kysely";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import type { CaseInHand } from "./caseInHand.ts";

interface CaseRow {
  readonly id: string;
  readonly process_key: string;
  readonly version: number;
  readonly plan_hash: string;
  readonly kind: "lifeCycle" | "side";
  readonly record_type: string;
  readonly record_id: string;
  readonly parent_case_id: string | null;
  readonly parent_key: string | null;
  readonly depth: number;
  readonly initiator_id: string | null;
  readonly opened_at: string;
  readonly lane: string;
  readonly trigger_version: number | null;
  readonly chain: number;
  readonly state: unknown;
  readonly stage_key: string | null;
  readonly stage_name: LocalText | null;
  readonly last_event_at: string;
  readonly alarm_at: string | null;
  readonly armed_at: string | null;
  readonly watches: number;
}

/** Turns a row into a case; locked or not is the reader's business. */
export const caseOf = (row: CaseRow): CaseInHand => ({
  id: row.id,
  processKey: row.process_key,
  version: row.version,
  planHash: row.plan_hash,
  kind: row.kind,
  recordType: row.record_type,
  recordId: row.record_id,
  parentCaseId: row.parent_case_id,
  parentKey: row.parent_key,
  depth: row.depth,
  initiatorId: row.initiator_id,
  openedAt: row.opened_at,
  lane: row.lane,
  triggerVersion: row.trigger_version,
  chain: row.chain,
  isStored: true,
  state: upgradeState(row.state),
  stageKey: row.stage_key,
  stageName: row.stage_name,
  lastEventAt: row.last_event_at,
  alarmAt: row.alarm_at,
  armedAt: row.armed_at,
  watches: row.watches,
  effectsChanged: false,
});

/** The case, locked before anything else is; null when there is none. */
export const findCaseLocked = async (tx: DoorTransaction, caseId: string): Promise<CaseInHand | null> => {
  const { rows } = await sql<CaseRow>`SELECT * FROM "case" WHERE id = ${caseId} FOR NO KEY UPDATE`.execute(tx.db);
  return rows[0] === undefined ? null : caseOf(rows[0]);
};

/**
 * The case, locked.
 *
 * @problem NOT_FOUND - there is no such case
 */
export const lockCase = async (tx: DoorTransaction, caseId: string): Promise<CaseInHand> => {
  const found = await findCaseLocked(tx, caseId);
  if (found === null) throw new Refusal([problem("NOT_FOUND", { recordType: "case" })]);
  return found;
};

/** Cases as they stand now, unlocked: for looking ahead. */
export const readCases = async (
  tx: Pick<DoorTransaction, "db">,
  caseIds: readonly string[],
): Promise<readonly CaseInHand[]> => {
  const { rows } = await sql<CaseRow>`SELECT * FROM "case" WHERE id = ANY (${caseIds}::uuid[])`.execute(tx.db);
  return rows.map(caseOf);
};
