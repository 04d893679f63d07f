import { type Plan, wouldBegin, type CaseEvent, type Facts } from "@sluice/process";
import { sql } from "kysely";
import type { PublishedProcess } from "../case/caseToBe.ts";
import type { FactSource } from "../case/facts/factSource.ts";
import { loadFacts } from "../case/facts/loadFacts.ts";
import type { House } from "../house.ts";
import { planOf } from "../process/planOf.ts";
import { RecordStore } from "../record/recordStore.ts";
import type { StoredRecord } from "../registry/storedRecord.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { runTransaction } from "../transaction/runTransaction.ts";
import { putStarts } from "./putStart.ts";
import { recordsAfter } from "./recordsAfter.ts";

/** As many records are looked at in one transaction. */
const BATCH = 500;
/** Facts may turn up new questions this often; then the case itself is to say what is wrong. */
const MOST_ROUNDS = 8;

interface Firing {
  readonly process_key: string;
  readonly at: string;
  readonly version: number;
  readonly after_id: string | null;
  readonly hash: string;
}

const nextFiring = async (tx: DoorTransaction): Promise<Firing | null> => {
  const { rows } = await sql<Firing>`
    SELECT f.process_key, f.at, f.version, f.after_id, v.hash FROM schedule_firing f
    JOIN process_version v ON v.process_key = f.process_key AND v.version = f.version
    WHERE f.ended_at IS NULL ORDER BY f.at LIMIT 1 FOR UPDATE OF f SKIP LOCKED`.execute(tx.db);
  return rows[0] ?? null;
};

/** Asks the start's condition of a record as it stands, unlocked: the case's own first step asks it again. */
const mayBegin = async (plan: Plan, source: FactSource): Promise<boolean> => {
  const event: CaseEvent = { type: "start", variables: {}, at: source.at, actor: { kind: "system", name: "inbox" } };
  let facts: Facts = {};
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const answer = wouldBegin(plan, event, facts);
    if ("begins" in answer) return answer.begins;
    facts = { ...facts, ...(await loadFacts(answer.needs, source)) };
  }
  return true;
};

const beginning = async (
  tx: DoorTransaction,
  { plan, records, at }: { readonly plan: Plan; readonly records: readonly StoredRecord[]; readonly at: string },
): Promise<readonly StoredRecord[]> => {
  const { trigger } = plan.start;
  if (!("when" in trigger) || trigger.when === undefined) return records;
  const { house, db } = tx;
  const seen = new RecordStore({ db, types: house.types, locks: null });
  const begin: StoredRecord[] = [];
  for (const record of records) {
    if (house.types.get(record.type).lines === undefined) seen.remember(record);
    const source = {
      house,
      db,
      records: seen,
      record,
      caseId: null,
      initiatorId: null,
      at,
      isCommand: false,
      readFrom: new Map(),
    };
    if (await mayBegin(plan, source)) begin.push(record);
  }
  return begin;
};

/**
 * Puts starts beside the next 500 records of the schedule that fired first and is not through. Answers whether there was one.
 *
 * The cases and how far it has come are one transaction: cut short, the same batch comes again, and no record is passed over or
 * begun for twice. A record that comes to be meanwhile may or may not be among them.
 */
export const startMoreScheduled = (house: House): Promise<boolean> =>
  runTransaction(house, async (tx) => {
    const firing = await nextFiring(tx);
    if (firing === null) return false;
    const { process_key: processKey, version, hash } = firing;
    const plan = planOf(house, { processKey, version, hash });
    const { recordType, departmentId } = plan.definition;
    const { concurrency } = plan.start;
    const records = await recordsAfter(tx, {
      type: house.types.get(recordType),
      afterId: firing.after_id,
      departmentId: departmentId ?? null,
      unlessRunning: concurrency === "skip" ? processKey : null,
      limit: BATCH,
    });
    const at = await house.clock.now(tx.db);
    const process: PublishedProcess = { key: processKey, version, hash, kind: "side" };
    const begin = await beginning(tx, { plan, records, at });
    const happening = { type: "start", variables: {} } as const;
    await putStarts(
      tx,
      begin.map((record) => ({ process, record, at, initiatorId: null, lane: "bulk", happening })),
    );
    const isOver = records.length < BATCH;
    await sql`
      UPDATE schedule_firing SET after_id = ${records.at(-1)?.id ?? firing.after_id}, started = started + ${begin.length}::int,
        ended_at = ${isOver ? at : null}::timestamptz
      WHERE process_key = ${processKey} AND at = ${firing.at}::timestamptz`.execute(tx.db);
    return true;
  });
