import { inSpan, type Logger } from "@sluice/telemetry";
import type { Pool } from "pg";
import { inParallel } from "./inParallel.ts";
import { type Addressee, type Sender, sendDirective } from "./sendDirective.ts";
import { isAbsent } from "./temporalLink.ts";

export interface OutboxLane {
  readonly pool: Pool;
  readonly lane: Addressee["lane"];
  readonly sender: () => Promise<Sender>;
  readonly log: Logger;
  /** Rows claimed in one turn. */
  readonly batch: number;
}

interface ClaimedRow {
  readonly id: string;
  readonly case_id: string;
  readonly process_key: string;
  readonly trace: string | null;
}

const LEASE_SECONDS = 30;
const WIDTH = 16;

const CLAIM = `
WITH picked AS (
  SELECT id FROM outbox
  WHERE lane = $1 AND (leased_until IS NULL OR leased_until < now())
  ORDER BY id LIMIT $2
  FOR UPDATE SKIP LOCKED
)
UPDATE outbox SET leased_until = now() + interval '${LEASE_SECONDS} seconds', attempts = outbox.attempts + 1
FROM picked, "case"
WHERE outbox.id = picked.id AND "case".id = outbox.case_id
RETURNING outbox.id, outbox.case_id, outbox.trace, "case".process_key`;

interface RowsOfCase {
  readonly processKey: string;
  readonly ids: string[];
  /** The newest one's: the directive is the whole wish, so it stands for all. */
  trace: string | null;
}

const withRowsOfCase = (rows: readonly ClaimedRow[]): ReadonlyMap<string, RowsOfCase> => {
  const byCase = new Map<string, RowsOfCase>();
  for (const { id, case_id, process_key, trace } of rows) {
    const entry = byCase.get(case_id) ?? { processKey: process_key, ids: [], trace };
    entry.ids.push(id);
    entry.trace = trace ?? entry.trace;
    byCase.set(case_id, entry);
  }
  return byCase;
};

/**
 * One turn of a lane: claims rows by a lease in one statement, sends each case's directive outside of any transaction, then
 * deletes the rows whose directive was sent.
 *
 * At least once: a relay that dies after sending leaves a lease that runs out, and the directive is sent again, which does no
 * harm. While Temporal is away the rows are given back and the turn throws, so the loop waits. A case that fails by itself
 * keeps its lease, so it holds up nobody else. Answers whether there was anything to send.
 */
export const outboxTurn = async ({ pool, lane, sender, log, batch }: OutboxLane): Promise<boolean> => {
  const { rows } = await pool.query<ClaimedRow>(CLAIM, [lane, batch]);
  if (rows.length === 0) return false;
  const ready = await sender();
  const outcomes = await inParallel([...withRowsOfCase(rows)], WIDTH, ([caseId, { processKey, trace }]) =>
    inSpan("relay.sendDirective", { kind: "producer", parent: trace, attributes: { caseId, lane } }, () =>
      sendDirective(ready, { caseId, processKey, lane }),
    ),
  );
  const sent = outcomes.flatMap(([[, { ids }], error]) => (error === null ? ids : []));
  if (sent.length > 0) await pool.query("DELETE FROM outbox WHERE id = ANY($1::bigint[])", [sent]);
  const absent = outcomes.filter(([, error]) => error !== null && isAbsent(error));
  for (const [[caseId], error] of outcomes) {
    if (error !== null && !isAbsent(error)) log.error({ caseId, err: error }, "a directive could not be sent");
  }
  if (absent.length > 0) {
    const back = absent.flatMap(([[, { ids }]]) => ids);
    await pool.query("UPDATE outbox SET leased_until = NULL WHERE id = ANY($1::bigint[])", [back]);
    throw new Error("Temporal does not answer", { cause: absent[0]?.[1] });
  }
  return true;
};
