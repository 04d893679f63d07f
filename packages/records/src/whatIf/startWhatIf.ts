import { problem, Refusal } from "@sluice/problems";
import type { Assumption, ProcessDefinition } from "@sluice/process";
import { sql } from "kysely";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { assertDesigner, processAudit } from "../process/processCommand.ts";
import { contentHash } from "../transaction/canonicalJson.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { whatIfRow } from "./whatIfRow.ts";

/** A draft to be run over the cases of its process that were closed in a period. Its id is the command's: it is begun once. */
export interface StartWhatIf extends Command {
  readonly definition: ProcessDefinition;
  readonly from: string;
  readonly until: string;
  readonly seed: string;
  readonly assumptions: Readonly<Record<string, Assumption>>;
}

/** So many of a process are kept; older ones give way. */
const KEPT = 10;

const committed = (id: string): Committed => ({
  caseId: null,
  seq: null,
  recordType: "whatIf",
  recordId: id,
  version: null,
});

const makeRoom = async ({ db }: DoorTransaction, processKey: string): Promise<void> => {
  const { rows } = await sql<{ id: string }>`
    DELETE FROM what_if WHERE id IN (
      SELECT id FROM what_if WHERE process_key = ${processKey} ORDER BY started_at DESC OFFSET ${KEPT - 1}
    ) RETURNING id`.execute(db);
  const ids = rows.map(({ id }) => id);
  await sql`DELETE FROM what_if_case WHERE what_if_id = ANY (${ids}::uuid[])`.execute(db);
};

/**
 * Notes that a draft is to be run over closed cases; whoever runs it takes it up by its id. The definition is kept as it stands.
 *
 * @problem NOT_ALLOWED - the caller may not draw processes
 * @problem INPUT_INVALID - the period ends before it begins
 * @problem NOT_FOUND - the process was never published, so it has no cases
 */
export const startWhatIf = (house: House, { commandId, ...wish }: StartWhatIf, caller: Caller): Promise<Committed> =>
  runCommand(house, { name: "start what-if", commandId, input: wish, caller }, async (tx, { asker }) => {
    assertDesigner(asker);
    const { key } = wish.definition;
    if (wish.from >= wish.until) throw new Refusal([problem("INPUT_INVALID", { field: "until", reason: "notAfter" })]);
    const process = await tx.db
      .selectFrom("process")
      .select("key")
      .where("key", "=", key)
      .where("published_version", "is not", null)
      .executeTakeFirst();
    if (process === undefined) throw new Refusal([problem("NOT_FOUND", { recordType: "process" })]);
    await makeRoom(tx, key);
    await sql`
      INSERT INTO what_if (id, process_key, definition, hash, from_at, until_at, seed, assumptions, status, person_id, started_at, beat_at)
      VALUES (${commandId}, ${key}, ${JSON.stringify(wish.definition)}::jsonb, ${contentHash(wish.definition)}, ${wish.from}, ${wish.until},
        ${wish.seed}, ${JSON.stringify(wish.assumptions)}::jsonb, 'running', ${asker.id}, ${await house.clock.now(tx.db)}, clock_timestamp())`.execute(
      tx.db,
    );
    const detail = { whatIf: commandId, from: wish.from, until: wish.until };
    await processAudit(tx, { caller, commandId, action: "what-if started", key, detail });
    return committed(commandId);
  });

/**
 * Ends a what-if before its time. What was found so far is kept and said to be a part.
 *
 * @problem NOT_ALLOWED - the caller may not draw processes
 * @problem EVENT_NOT_APPLICABLE - it is over
 */
export const cancelWhatIf = (
  house: House,
  { commandId, id }: Command & { readonly id: string },
  caller: Caller,
): Promise<Committed> =>
  runCommand(house, { name: "cancel what-if", commandId, input: { id }, caller }, async (tx, { asker }) => {
    assertDesigner(asker);
    const row = await whatIfRow(tx.db, id);
    const { rows } = await sql`
      UPDATE what_if SET status = 'cancelled', ended_at = ${await house.clock.now(tx.db)}
      WHERE id = ${id} AND status = 'running' RETURNING id`.execute(tx.db);
    if (rows.length === 0) throw new Refusal([problem("EVENT_NOT_APPLICABLE", { status: row.status })]);
    await processAudit(tx, {
      caller,
      commandId,
      action: "what-if cancelled",
      key: row.process_key,
      detail: { whatIf: id },
    });
    return committed(id);
  });
