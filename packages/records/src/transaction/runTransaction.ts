import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { problem, Refusal } from "@sluice/problems";
import type { House } from "../house.ts";
import { RecordStore } from "../record/recordStore.ts";
import { connect } from "./connect.ts";
import type { DoorTransaction } from "./doorTransaction.ts";
import { kyselyOn } from "./kyselyOn.ts";
import { Locks } from "./locks.ts";
import type { LockWish } from "./lockWish.ts";
import { Restart } from "./restart.ts";
import { settleTransaction } from "./settleTransaction.ts";

/**
 * The custom fields stay as they are while anything is written: writers share this lock, whoever changes a field has it alone.
 * Which revision stands is read after it, in the same round trip.
 */
const FIELDS_LOCK = 73_480_023;

const begin = (
  lock: "pg_advisory_xact_lock" | "pg_advisory_xact_lock_shared",
): string => `BEGIN ISOLATION LEVEL READ COMMITTED;
SET LOCAL lock_timeout = '1s'; SET LOCAL statement_timeout = '2s'; SET LOCAL idle_in_transaction_session_timeout = '5s';
SELECT ${lock}(${FIELDS_LOCK}); SELECT revision FROM field_revision`;

const BEGIN = { shared: begin("pg_advisory_xact_lock_shared"), alone: begin("pg_advisory_xact_lock") } as const;

/** How a transaction stands to the custom fields: it leans on them, or changes them. */
export type FieldsHeld = keyof typeof BEGIN;

/** What the last statement of several answered. */
const revisionIn = (answered: unknown): number => {
  const last: unknown = Array.isArray(answered) ? answered.at(-1) : answered;
  const [row] = (last as { readonly rows: readonly { readonly revision: number }[] }).rows;
  return row?.revision ?? 0;
};

/** Deadlock, serialisation failure, lock timeout: somebody else's work is in the way. */
const CONTENTION = new Set(["40P01", "40001", "55P03"]);
/** A statement that took too long would take as long again: it is not repeated. */
const TOO_SLOW = "57014";
const TRIES_AGAIN = 3;
/** A command learns of at most this many things it must prepare for. */
const MOST_RESTARTS = 12;

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

const busy = (): Refusal => new Refusal([problem("BUSY")]);

/** A connection that breaks while in use fails the statement that it breaks under; nothing else is to be told. */
const quiet = (): void => undefined;

const attempt = async <Result>(
  house: House,
  { known, fields }: { readonly known: readonly LockWish[]; readonly fields: FieldsHeld },
  work: (tx: DoorTransaction) => Promise<Result>,
): Promise<Result> => {
  const client = await connect(house.pool);
  client.on("error", quiet);
  let isBroken = false;
  try {
    const revision = revisionIn(await client.query(BEGIN[fields]));
    const db = kyselyOn(client);
    await house.registry.reach(revision, db);
    const locks = new Locks(house.types);
    const tx: DoorTransaction = {
      house,
      db,
      locks,
      records: new RecordStore({ db, types: house.types, locks, known }),
      audit: [],
      births: [],
      changes: [],
      changed: new Map(),
      inboxOf: new Set(),
      asked: new Map(),
      hasOutbox: false,
    };
    const result = await work(tx);
    await settleTransaction(tx);
    await client.query("COMMIT");
    if (tx.inboxOf.size > 0 || tx.hasOutbox) house.afterCommit({ inboxOf: [...tx.inboxOf], hasOutbox: tx.hasOutbox });
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {
      isBroken = true;
    });
    throw error;
  } finally {
    client.off("error", quiet);
    client.release(isBroken);
  }
};

/**
 * Runs a command in one transaction: all of it commits, or none of it.
 *
 * READ COMMITTED; each wait for a lock ends after a second. Where others are in the way, and where the command finds that it
 * should have prepared (`Restart`), the whole of it runs again, so `work` keeps nothing between runs.
 *
 * @problem BUSY - others were in the way four times in a row, or a statement took longer than two seconds
 */
export const runTransaction = async <Result>(
  house: House,
  work: (tx: DoorTransaction) => Promise<Result>,
  fields: FieldsHeld = "shared",
): Promise<Result> => {
  let known: readonly LockWish[] = [];
  let [contentions, restarts] = [0, 0];
  for (;;) {
    try {
      return await attempt(house, { known, fields }, work);
    } catch (error) {
      if (error instanceof Restart) {
        restarts += 1;
        if (restarts > MOST_RESTARTS) throw busy();
        known = error.locks;
        await error.prepare(house);
      } else if (codeOf(error) === TOO_SLOW) throw busy();
      else if (CONTENTION.has(codeOf(error))) {
        contentions += 1;
        if (contentions > TRIES_AGAIN) throw busy();
        await pause(randomInt(5, 25 * 2 ** contentions));
      } else throw error;
    }
  }
};
