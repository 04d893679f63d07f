import { Refusal } from "@sluice/problems";
import type { Actor, Happening, Json } from "@sluice/process";
import { sql } from "kysely";
import type { CaseInHand } from "../case/caseInHand.ts";
import { findCaseLocked } from "../case/lockCase.ts";
import { saveCase } from "../case/saveCase.ts";
import { waitInQueue } from "../case/startQueue.ts";
import { stampFor, takeStep, wouldTake } from "../case/takeStep.ts";
import { dropCase, verdictOnStart, type StartVerdict } from "../case/triggeredStart.ts";
import { duplicateOf } from "../command/duplicateOf.ts";
import type { House } from "../house.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { runTransaction } from "../transaction/runTransaction.ts";

const BATCH = 100;
/** A row that is refused this often is given up: shown in the audit trail, no longer pressed. */
const MOST_ATTEMPTS = 5;

interface InboxRow {
  readonly id: string;
  readonly happening: Happening;
  readonly actor: Actor;
}

/** That facts changed is one piece of news, however often it was told. */
const folded = (rows: readonly InboxRow[]): readonly InboxRow[] =>
  rows.filter(
    (row, index) =>
      row.happening.type !== "factsChanged" || rows.findIndex((it) => it.happening.type === "factsChanged") === index,
  );

const read = async (tx: DoorTransaction, caseId: string, limit: number): Promise<readonly InboxRow[]> => {
  const { rows } = await sql<InboxRow>`
    SELECT id, happening, actor FROM case_inbox WHERE case_id = ${caseId} AND not_before <= clock_timestamp() ORDER BY id LIMIT ${limit}`.execute(
    tx.db,
  );
  return rows;
};

const deliver = async (tx: DoorTransaction, it: CaseInHand, rows: readonly InboxRow[]): Promise<void> => {
  for (const { happening, actor } of folded(rows)) {
    const at = await stampFor(tx, it);
    await takeStep(tx, it, { happening, by: { actor, via: "process", at, commandId: null } });
  }
  await sql`DELETE FROM case_inbox WHERE id = ANY (${rows.map((row) => row.id)}::bigint[])`.execute(tx.db);
};

const countLeft = async (tx: DoorTransaction, caseId: string): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::int AS count FROM case_inbox WHERE case_id = ${caseId} AND not_before <= clock_timestamp()`.execute(
    tx.db,
  );
  return rows[0]?.count ?? 0;
};

/** A forbidden start is no incident when its condition does not hold: then nothing would have started. */
const isIdle = async (tx: DoorTransaction, it: CaseInHand, [first]: readonly InboxRow[]): Promise<boolean> => {
  if (first?.happening.type !== "forbidden") return false;
  const event = { ...first.happening.happening, at: await stampFor(tx, it), actor: first.actor };
  return !(await wouldTake(tx, it, event));
};

/** Whether this is a start that has not begun: a change or a person asked for it, and it may have to wait its turn. */
const isStart = (it: CaseInHand): boolean => it.state.seq === 0 && it.kind === "side" && it.parentCaseId === null;

/** Takes the first step of a case that was started; answers false when there is no case to go on with. */
const begins = async (tx: DoorTransaction, it: CaseInHand, rows: readonly InboxRow[]): Promise<boolean> => {
  if (!isStart(it)) return true;
  const verdict: StartVerdict = (await isIdle(tx, it, rows)) ? "drop" : await verdictOnStart(tx, it);
  if (verdict === "start") return true;
  if (verdict === "drop") await dropCase(tx, it);
  else await waitInQueue(tx, it);
  return false;
};

/** Delivers up to `limit` rows in one transaction. Rows are read under the case's lock: a second deliverer finds none. */
const deliverBatch = (house: House, caseId: string, limit: number): Promise<number> =>
  runTransaction(house, async (tx) => {
    const it = await findCaseLocked(tx, caseId);
    const rows = await read(tx, caseId, limit);
    if (rows.length === 0) return 0;
    if (it === null) {
      await tx.db.deleteFrom("case_inbox").where("case_id", "=", caseId).execute();
      return 0;
    }
    if (!(await begins(tx, it, rows))) return 0;
    await deliver(tx, it, rows);
    if (isStart(it)) {
      await dropCase(tx, it);
      return 0;
    }
    await saveCase(tx, it);
    return countLeft(tx, caseId);
  });

const FORBIDDABLE = ["start", "firstStep", "message", "childEnded"] as const;
type Forbiddable = Extract<Happening, { readonly type: (typeof FORBIDDABLE)[number] }>;
const isForbiddable = (happening: Happening): happening is Forbiddable =>
  FORBIDDABLE.some((type) => type === happening.type);

/**
 * Does what the step says of what cannot be taken in it, or leaves an incident in the place of what the first row asks for, when
 * that is what happened once and is not told again.
 */
const forbid = (house: House, caseId: string, refusal: Refusal, standing: boolean): Promise<boolean> =>
  runTransaction(house, async (tx) => {
    const it = await findCaseLocked(tx, caseId);
    const [row] = await read(tx, caseId, 1);
    const [first] = refusal.problems;
    if (it === null || row === undefined || first === undefined || !isForbiddable(row.happening)) return false;
    const at = await stampFor(tx, it);
    const values = first.values as { readonly [key: string]: Json };
    const { happening } = row;
    const taken = await takeStep(tx, it, {
      happening: { type: "forbidden", happening, code: first.code, values, ...(standing ? { standing } : {}) },
      by: { actor: row.actor, via: "process", at, commandId: null },
    });
    if (taken === null) return false;
    await tx.db.deleteFrom("case_inbox").where("id", "=", row.id).execute();
    await saveCase(tx, it);
    return true;
  });

/** The refusal that stands against a step of the inbox; null for what is no refusal, or only others in the way. */
const refusalIn = (error: unknown): Refusal | null => {
  const refusal = error instanceof Refusal ? error : duplicateOf(error);
  return refusal === null || refusal.problems.some((it) => it.code === "BUSY") ? null : refusal;
};

/** The same, and an incident when what the step says is forbidden too. */
const forbidden = async (house: House, caseId: string, refusal: Refusal): Promise<boolean> => {
  try {
    return await forbid(house, caseId, refusal, false);
  } catch (error) {
    if (refusalIn(error) === null) throw error;
    return forbid(house, caseId, refusal, true);
  }
};

/** Puts the first row off, further each time; gives it up at last. */
const putOff = (house: House, caseId: string, refusal: Refusal): Promise<void> =>
  runTransaction(house, async (tx) => {
    const it = await findCaseLocked(tx, caseId);
    const [row] = await read(tx, caseId, 1);
    if (row === undefined) return;
    const { rows } = await sql<{ attempts: number }>`
      UPDATE case_inbox SET attempts = attempts + 1, not_before = clock_timestamp() + interval '1 minute' * power(4, attempts)
      WHERE id = ${row.id} RETURNING attempts`.execute(tx.db);
    const isGivenUp = (rows[0]?.attempts ?? 0) >= MOST_ATTEMPTS;
    if (isGivenUp) await tx.db.deleteFrom("case_inbox").where("id", "=", row.id).execute();
    if (isGivenUp && it !== null && isStart(it)) await dropCase(tx, it);
    tx.audit.push({
      at: await house.clock.now(tx.db),
      actor: row.actor,
      via: "process",
      action: isGivenUp ? "givenUp" : "refused",
      recordType: null,
      recordId: null,
      caseId,
      seq: null,
      commandId: null,
      detail: { happening: row.happening.type, problems: refusal.problems.map((it) => it.code) },
    });
  });

/**
 * Delivers what waits in a case's inbox, up to 100 rows in one transaction. Answers how many are left.
 *
 * When a row is refused, the rows are delivered one by one. What happened once and is not told again (a start, a first step,
 * a message, a child's end) then stands as an incident that a person can retry; the rest is put off without holding up the others.
 */
export const deliverInbox = async (house: House, caseId: string): Promise<number> => {
  for (const limit of [BATCH, 1]) {
    try {
      return await deliverBatch(house, caseId, limit);
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal === null) throw error;
      if (limit === 1 && !(await forbidden(house, caseId, refusal))) await putOff(house, caseId, refusal);
    }
  }
  return runTransaction(house, (tx) => countLeft(tx, caseId));
};
