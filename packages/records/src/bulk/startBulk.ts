import { problem, Refusal } from "@sluice/problems";
import { sql, type Kysely } from "kysely";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { DB } from "../generated/database.ts";
import type { House } from "../house.ts";
import { readAsker } from "../person/asker.ts";
import { assertDesigner, processAudit } from "../process/processCommand.ts";
import type { RecordTypes } from "../registry/recordTypes.ts";
import { connect } from "../transaction/connect.ts";
import { kyselyOn } from "../transaction/kyselyOn.ts";
import { MOST_BULK, type BulkDeed, type BulkTarget } from "./bulkAct.ts";
import { bulkRow } from "./bulkRow.ts";
import { caseFilter } from "./caseFilter.ts";
import { standsAt } from "./standsAt.ts";

/** A bulk act that is wanted: its id is the command's, so that it is begun once. */
export interface StartBulk extends Command {
  readonly process: string;
  readonly target: BulkTarget;
  readonly act: BulkDeed;
  readonly reason: string;
}

const targeted = async (
  by: { readonly db: Kysely<DB>; readonly types: RecordTypes },
  { process, target: { node, filter } }: { readonly process: string; readonly target: BulkTarget },
) => sql`
  FROM "case" WHERE process_key = ${process} AND status <> 'ended' AND seq > 0
    AND ${standsAt("case", node)}
    AND ${await caseFilter(by, { key: process, alias: "case" }, filter)}`;

/**
 * How many cases a bulk act would be done to now.
 *
 * @problem NOT_ALLOWED - the caller is no admin
 */
export const countBulk = async (
  house: House,
  wish: Pick<StartBulk, "process" | "target">,
  caller: Caller,
): Promise<number> => {
  const client = await connect(house.pool);
  try {
    const db = kyselyOn(client);
    assertDesigner(await readAsker(db, caller.personId));
    const { rows } = await sql<{ count: number }>`
      SELECT count(*)::int AS count ${await targeted({ db, types: house.types }, wish)}`.execute(db);
    return rows[0]?.count ?? 0;
  } finally {
    client.release();
  }
};

const committed = (id: string): Committed => ({
  caseId: null,
  seq: null,
  recordType: "bulkAct",
  recordId: id,
  version: null,
});

/**
 * Begins to do something to every case that is meant now: those that come later are not touched. They are worked off in the
 * background, each a command of its own under its own rules, whole or refused.
 *
 * @problem NOT_ALLOWED - the caller is no admin
 * @problem REASON_REQUIRED - no reason was given
 * @problem INPUT_TOO_LARGE - too many cases are meant
 */
export const startBulk = (house: House, { commandId, ...wish }: StartBulk, caller: Caller): Promise<Committed> =>
  runCommand(house, { name: "start bulk act", commandId, input: wish, caller }, async (tx, { asker }) => {
    assertDesigner(asker);
    if (wish.reason.trim() === "") throw new Refusal([problem("REASON_REQUIRED")]);
    const of = await targeted({ db: tx.db, types: house.types }, wish);
    await sql`
      INSERT INTO bulk_act (id, process_key, target, act, reason, status, person_id, via, started_at)
      VALUES (${commandId}, ${wish.process}, ${JSON.stringify(wish.target)}::jsonb, ${JSON.stringify(wish.act)}::jsonb, ${wish.reason},
        'running', ${asker.id}, ${caller.via}, ${await house.clock.now(tx.db)})`.execute(tx.db);
    const { numAffectedRows } = await sql`
      INSERT INTO bulk_act_case (bulk_act_id, case_id, problems)
      SELECT ${commandId}::uuid, id, '[]'::jsonb ${of} LIMIT ${MOST_BULK + 1}`.execute(tx.db);
    if ((numAffectedRows ?? 0n) > BigInt(MOST_BULK))
      throw new Refusal([problem("INPUT_TOO_LARGE", { limit: `${MOST_BULK} cases` })]);
    const detail = { bulk: commandId, act: wish.act.do, cases: Number(numAffectedRows ?? 0), reason: wish.reason };
    await processAudit(tx, { caller, commandId, action: "bulk act started", key: wish.process, detail });
    return committed(commandId);
  });

/**
 * Does it to no more cases. What was done to the others stays done.
 *
 * @problem EVENT_NOT_APPLICABLE - it is over
 */
export const cancelBulk = (
  house: House,
  { commandId, id }: Command & { readonly id: string },
  caller: Caller,
): Promise<Committed> =>
  runCommand(house, { name: "cancel bulk act", commandId, input: { id }, caller }, async (tx, { asker }) => {
    assertDesigner(asker);
    const row = await bulkRow(tx.db, id);
    const { rows } = await sql`
      UPDATE bulk_act SET status = 'cancelled', leased_until = NULL, ended_at = ${await house.clock.now(tx.db)}
      WHERE id = ${id} AND status = 'running' RETURNING id`.execute(tx.db);
    if (rows.length === 0) throw new Refusal([problem("EVENT_NOT_APPLICABLE", { status: row.status })]);
    await processAudit(tx, {
      caller,
      commandId,
      action: "bulk act cancelled",
      key: row.process_key,
      detail: { bulk: id },
    });
    return committed(id);
  });
