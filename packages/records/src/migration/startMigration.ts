import { problem, Refusal } from "@sluice/problems";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { processAudit } from "../process/processCommand.ts";
import { assertMayMigrate } from "./assertMayMigrate.ts";
import type { MigrationChoices } from "./choices.ts";
import { migrationRow, type MigrationFilter, type MigrationStatus } from "./migrationRow.ts";
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

const turn =
  ({ name, from, to }: Turn) =>
  (house: House, { commandId, id }: Command & { readonly id: string }, caller: Caller): Promise<Committed> =>
    runCommand(house, { name, commandId, input: { id }, caller }, async (tx, { asker }) => {
      assertMayMigrate(asker);
      const row = await migrationRow(tx.db, id, "update");
      if (!from.includes(row.status)) throw new Refusal([problem("EVENT_NOT_APPLICABLE", { status: row.status })]);
      const isOver = to === "cancelled";
      await tx.db
        .updateTable("case_migration")
        .set({ status: to, ended_at: isOver ? await house.clock.now(tx.db) : null, leased_until: null })
        .where("id", "=", id)
        .execute();
      await processAudit(tx, { caller, commandId, action: name, key: row.process_key, detail: { migration: id } });
      return committed(id);
    });

/**
 * Takes no more cases over; those that have moved stay where they are.
 *
 * @problem EVENT_NOT_APPLICABLE - it is over
 */
export const cancelMigration = turn({
  name: "cancel migration",
  from: ["running", "tried", "stopped"],
  to: "cancelled",
});

/**
 * Goes on after the trial, or after it was stopped by an incident.
 *
 * @problem EVENT_NOT_APPLICABLE - it does not wait for that
 */
export const goOnWithMigration = turn({ name: "go on with migration", from: ["tried", "stopped"], to: "running" });

/**
 * Begins to take back the cases that have not moved since they were taken over.
 *
 * @problem EVENT_NOT_APPLICABLE - it still runs, or has been undone
 */
export const undoMigration = turn({
  name: "undo migration",
  from: ["tried", "stopped", "cancelled", "done"],
  to: "undoing",
});
