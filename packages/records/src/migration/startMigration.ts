import { problem, Refusal } from "@sluice/problems";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { processAudit } from "../process/processCommand.ts";
import { assertMayMigrate } from "./assertMayMigrate.ts";
import type { MigrationChoices } from "./choices.ts";
import type { MigrationFilter } from "./meantCases.ts";
import { migrationRow, type MigrationStatus } from "./migrationRow.ts";
import { versionNamed } from "./versionNamed.ts";

/** A migration of many cases: its id is the command's, so that it is begun once. */
export interface StartMigration extends Command, MigrationChoices {
  readonly process: string;
  readonly from: number;
  readonly to: number;
  readonly filter?: MigrationFilter;
  /** Whether it waits for word to go on once the first five are over. */
  readonly stopsAfterTrial?: boolean;
}

const NOTHING: Committed = { caseId: null, seq: null, recordType: null, recordId: null, version: null };

const committed = (id: string): Committed => ({ ...NOTHING, recordType: "migration", recordId: id });

/**
 * Begins to take the open cases of a version over to another. They are worked off in the background, the first five before all
 * others, each whole or not at all; it stops at the first incident.
 *
 * @problem NOT_ALLOWED - the caller is no admin
 * @problem REASON_REQUIRED - no reason was given
 * @problem NOT_FOUND - there is no such version
 */
export const startMigration = (house: House, wish: StartMigration, caller: Caller): Promise<Committed> => {
  const { commandId, ...input } = wish;
  return runCommand(house, { name: "start migration", commandId, input, caller }, async (tx, { asker }) => {
    assertMayMigrate(asker);
    if (wish.reason.trim() === "") throw new Refusal([problem("REASON_REQUIRED")]);
    for (const version of [wish.from, wish.to]) await versionNamed(tx.db, wish.process, version);
    await tx.db
      .insertInto("case_migration")
      .values({
        id: commandId,
        process_key: wish.process,
        from_version: wish.from,
        to_version: wish.to,
        mapping: JSON.stringify(wish.mapping),
        timers: wish.timers,
        reason: wish.reason,
        filter: JSON.stringify(wish.filter ?? {}),
        stops_after_trial: wish.stopsAfterTrial ?? false,
        status: "running",
        person_id: asker.id,
        via: caller.via,
        started_at: await house.clock.now(tx.db),
      })
      .execute();
    const detail = { migration: commandId, from: wish.from, to: wish.to, reason: wish.reason };
    await processAudit(tx, { caller, commandId, action: "migration started", key: wish.process, detail });
    return committed(commandId);
  });
};

interface Turn {
  readonly name: "cancel migration" | "go on with migration" | "undo migration";
  readonly from: readonly MigrationStatus[];
  readonly to: MigrationStatus;
}

type OnMigration = Command & { readonly id: string };

/** Turns a migration to what it does next. With a reason, whoever gives it is from then on who moves its cases. */
const turnIt = (
  house: House,
  { name, from, to }: Turn,
  { commandId, ...input }: OnMigration & { readonly reason?: string },
  caller: Caller,
): Promise<Committed> =>
  runCommand(house, { name, commandId, input, caller }, async (tx, { asker }) => {
    assertMayMigrate(asker);
    const { id, reason } = input;
    if (reason?.trim() === "") throw new Refusal([problem("REASON_REQUIRED")]);
    const row = await migrationRow(tx.db, id, "update");
    if (!from.includes(row.status)) throw new Refusal([problem("EVENT_NOT_APPLICABLE", { status: row.status })]);
    const said = reason === undefined ? {} : { undo_reason: reason, undo_person_id: asker.id, undo_via: caller.via };
    await tx.db
      .updateTable("case_migration")
      .set({
        status: to,
        ended_at: to === "cancelled" ? await house.clock.now(tx.db) : null,
        leased_until: null,
        ...said,
      })
      .where("id", "=", id)
      .execute();
    const detail = { migration: id, ...(reason === undefined ? {} : { reason }) };
    await processAudit(tx, { caller, commandId, action: name, key: row.process_key, detail });
    return committed(id);
  });

/**
 * Takes no more cases over; those that have moved stay where they are.
 *
 * @problem EVENT_NOT_APPLICABLE - it is over
 */
export const cancelMigration = (house: House, command: OnMigration, caller: Caller): Promise<Committed> =>
  turnIt(house, { name: "cancel migration", from: ["running", "tried", "stopped"], to: "cancelled" }, command, caller);

/**
 * Goes on after the trial, or after it was stopped by an incident.
 *
 * @problem EVENT_NOT_APPLICABLE - it does not wait for that
 */
export const goOnWithMigration = (house: House, command: OnMigration, caller: Caller): Promise<Committed> =>
  turnIt(house, { name: "go on with migration", from: ["tried", "stopped"], to: "running" }, command, caller);

const UNDONE_FROM = ["tried", "stopped", "cancelled", "done"] as const;

/**
 * Begins to take back the cases that have not gone on since they were taken over, each to where it stood.
 *
 * @problem REASON_REQUIRED - no reason was given
 * @problem EVENT_NOT_APPLICABLE - it still runs, or has been undone
 */
export const undoMigration = (
  house: House,
  command: OnMigration & { readonly reason: string },
  caller: Caller,
): Promise<Committed> => turnIt(house, { name: "undo migration", from: UNDONE_FROM, to: "undoing" }, command, caller);
