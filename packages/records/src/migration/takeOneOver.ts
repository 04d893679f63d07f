import type { Problem } from "@sluice/problems";
import { stoodOf, verdictOf, type Stood } from "@sluice/process";
import { sql } from "kysely";
import { findCaseLocked } from "../case/lockCase.ts";
import { saveCase } from "../case/saveCase.ts";
import type { House } from "../house.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { runTransaction } from "../transaction/runTransaction.ts";
import { duesOf } from "./duesOf.ts";
import { incidentOf } from "./incidentOf.ts";
import { byOf, problemsIn } from "./inTheNameOf.ts";
import { migrationRow, type MigrationRow } from "./migrationRow.ts";
import { takeMigration } from "./takeMigration.ts";
import { versionNamed } from "./versionNamed.ts";

interface Noted {
  readonly problems: readonly Problem[];
  /** Where it stood before, and as which of its events it moved; null when it stays. */
  readonly moved: { readonly seq: number; readonly stood: Stood; readonly at: string } | null;
}

const note = async (
  tx: DoorTransaction,
  row: MigrationRow,
  caseId: string,
  { problems, moved }: Noted,
): Promise<void> => {
  const stood = moved === null ? null : JSON.stringify(moved.stood);
  await sql`
    INSERT INTO case_migration_case (migration_id, case_id, verdict, problems, seq, at, stood)
    VALUES (${row.id}, ${caseId}, ${verdictOf(problems)}, ${JSON.stringify(problems)}::jsonb, ${moved?.seq ?? null},
      ${moved?.at ?? (await tx.house.clock.now(tx.db))}, ${stood}::jsonb)
    ON CONFLICT DO NOTHING`.execute(tx.db);
};

/** Takes one case over, and notes it, in one transaction: after a kill it has moved and is noted, or neither. */
const move = (house: House, id: string, caseId: string): Promise<boolean> =>
  runTransaction(house, async (tx) => {
    const row = await migrationRow(tx.db, id, "share");
    if (row.status !== "running" || (await incidentOf(tx, row)) !== null) return false;
    const it = await findCaseLocked(tx, caseId);
    if (it === null || it.version !== row.from_version) return true;
    const stood = stoodOf(it.state, await duesOf(tx.db, caseId));
    const { mapping, timers, reason } = row;
    const by = await byOf(tx, it, row);
    await takeMigration(tx, it, {
      to: await versionNamed(tx.db, row.process_key, row.to_version),
      choices: { mapping, timers, reason },
      by,
    });
    await saveCase(tx, it);
    await note(tx, row, caseId, { problems: [], moved: { seq: it.state.seq, stood, at: by.at } });
    return true;
  });

/**
 * Takes one case of a migration over, or notes why it stays where it is. Answers whether the next may be taken: not once the
 * migration does not run any more, or a case that it moved has an incident.
 */
export const takeOneOver = async (house: House, row: MigrationRow, caseId: string): Promise<boolean> => {
  try {
    return await move(house, row.id, caseId);
  } catch (error) {
    const problems = problemsIn(error);
    if (problems === null) throw error;
    await runTransaction(house, (tx) => note(tx, row, caseId, { problems, moved: null }));
    return true;
  }
};
