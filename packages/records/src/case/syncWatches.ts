import type { Advanced, FactKey } from "@sluice/process";
import { sql } from "kysely";
import type { RecordRef } from "../registry/storedRecord.ts";
import { canonicalJson } from "../transaction/canonicalJson.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { Restart } from "../transaction/restart.ts";
import type { CaseInHand } from "./caseInHand.ts";
import type { FactSource } from "./facts/factSource.ts";
import { loadFacts } from "./facts/loadFacts.ts";

interface Watch {
  readonly key: FactKey;
  readonly ref: RecordRef;
}

/** Which records the waiting conditions were read from. */
const watchesOf = async (answer: Advanced, source: FactSource): Promise<readonly Watch[]> => {
  await loadFacts(
    answer.watches.filter((key) => !source.readFrom.has(key)),
    source,
  );
  return answer.watches.flatMap((key) => (source.readFrom.get(key) ?? []).map((ref) => ({ key, ref })));
};

/**
 * Reference data is read unlocked, so what a waiting condition hangs on is locked only here; what changed in between is read
 * again, and the step is taken anew when the answer differs.
 *
 * An answer that also hangs on what this very transaction writes may differ for that reason, every time anew. Its case is told
 * of the write by its inbox and asks again then.
 */
const pinReferenceData = async (
  tx: DoorTransaction,
  watches: readonly Watch[],
  { answer, source }: { readonly answer: Advanced; readonly source: FactSource },
): Promise<void> => {
  const isReference = ({ ref }: Watch): boolean => tx.house.types.get(ref.type).isReference === true;
  const pinned = watches.filter(isReference);
  if (pinned.length === 0) return;
  const inOrder = pinned.map((it) => it.ref).toSorted((one, other) => tx.locks.compare(one, other));
  for (const type of new Set(inOrder.map((ref) => ref.type))) {
    const ids = inOrder.filter((ref) => ref.type === type).map((ref) => ref.id);
    await sql`SELECT FROM ${sql.table(tx.house.types.get(type).table)} WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR SHARE`.execute(
      tx.db,
    );
  }
  for (const ref of inOrder) tx.records.forget(ref);
  const keys = [...new Set(pinned.map((it) => it.key))];
  const again = await loadFacts(keys, source);
  const isOwnWrite = (key: FactKey): boolean =>
    watches.some((it) => it.key === key && tx.changed.has(`${it.ref.type}:${it.ref.id}`));
  const moved = keys.some(
    (key) =>
      !isOwnWrite(key) &&
      answer.used[key] !== undefined &&
      canonicalJson(again[key]) !== canonicalJson(answer.used[key]),
  );
  if (moved) throw new Restart("reference data changed while it was decided on", []);
};

/**
 * Notes which records the case's waiting conditions hang on, replacing what was noted before.
 *
 * Each is locked for share here, and writers look for notes under their own lock: no wake-up is lost.
 */
export const syncWatches = async (
  tx: DoorTransaction,
  it: CaseInHand,
  { answer, source }: { readonly answer: Advanced; readonly source: FactSource },
): Promise<void> => {
  if (answer.watches.length === 0 && it.watches === 0) return;
  const watches = await watchesOf(answer, source);
  await pinReferenceData(tx, watches, { answer, source });
  await tx.db.deleteFrom("case_watch").where("case_id", "=", it.id).execute();
  if (watches.length > 0) {
    await tx.db
      .insertInto("case_watch")
      .values(
        watches.map(({ key, ref }) => ({ record_type: ref.type, record_id: ref.id, case_id: it.id, fact_key: key })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  it.watches = watches.length;
};
