import { Refusal, type Problem } from "@sluice/problems";
import { turnedBack, verdictOf } from "@sluice/process";
import { sql } from "kysely";
import type { CaseInHand } from "../case/caseInHand.ts";
import { findCaseLocked } from "../case/lockCase.ts";
import { saveCase } from "../case/saveCase.ts";
import { stampFor } from "../case/takeStep.ts";
import { duplicateOf } from "../command/duplicateOf.ts";
import type { House } from "../house.ts";
import type { Authorship } from "../record/authorship.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { runTransaction } from "../transaction/runTransaction.ts";
import { migrationRow, type MigrationRow } from "./migrationRow.ts";
import { takeMigration } from "./takeMigration.ts";
import { versionNamed } from "./versionNamed.ts";

/** The problems for which a case is left where it is; null for what only others in the way, or an outage, have caused. */
const problemsIn = (error: unknown): readonly Problem[] | null => {
  const refusal = error instanceof Refusal ? error : duplicateOf(error);
  return refusal === null || refusal.problems.some(({ code }) => code === "BUSY") ? null : refusal.problems;
};

const byOf = async (tx: DoorTransaction, it: CaseInHand, row: MigrationRow): Promise<Omit<Authorship, "step">> => ({
  actor: { kind: "person", personId: row.person_id },
  via: row.via,
  at: await stampFor(tx, it),
  commandId: null,
});

const note = async (
  tx: DoorTransaction,
  row: MigrationRow,
  caseId: string,
  { problems, seq }: { readonly problems: readonly Problem[]; readonly seq: number | null },
): Promise<void> => {
  await sql`
    INSERT INTO case_migration_case (migration_id, case_id, verdict, problems, seq, at)
    VALUES (${row.id}, ${caseId}, ${verdictOf(problems)}, ${JSON.stringify(problems)}::jsonb, ${seq}, ${await tx.house.clock.now(tx.db)})
    ON CONFLICT DO NOTHING`.execute(tx.db);
};

/** Takes one case over, and notes it, in one transaction: after a kill it has moved and is noted, or neither. */
const move = (house: House, id: string, caseId: string): Promise<void> =>
  runTransaction(house, async (tx) => {
    const row = await migrationRow(tx.db, id, "share");
    if (row.status !== "running") return;
    const it = await findCaseLocked(tx, caseId);
    if (it === null || it.version !== row.from_version) return;
    await takeMigration(tx, it, {
      to: await versionNamed(tx.db, row.process_key, row.to_version),
      choices: row,
      by: await byOf(tx, it, row),
    });
    await saveCase(tx, it);
    await note(tx, row, caseId, { problems: [], seq: it.state.seq });
  });

/** Takes one case of a migration over, or notes why it stays where it is. */
export const takeOneOver = async (house: House, row: MigrationRow, caseId: string): Promise<void> => {
  try {
    await move(house, row.id, caseId);
  } catch (error) {
    const problems = problemsIn(error);
    if (problems === null) throw error;
    await runTransaction(house, (tx) => note(tx, row, caseId, { problems, seq: null }));
  }
};

type Undone = "undone" | "movedSince" | "refused";

const noteUndone = async (tx: DoorTransaction, row: MigrationRow, caseId: string, undone: Undone): Promise<void> => {
  await tx.db
    .updateTable("case_migration_case")
    .set({ undone })
    .where("migration_id", "=", row.id)
    .where("case_id", "=", caseId)
    .execute();
};

const moveBack = (house: House, id: string, { caseId, seq }: { caseId: string; seq: number }): Promise<void> =>
  runTransaction(house, async (tx) => {
    const row = await migrationRow(tx.db, id, "share");
    if (row.status !== "undoing") return;
    const it = await findCaseLocked(tx, caseId);
    if (it === null || it.version !== row.to_version || it.state.seq !== seq)
      return noteUndone(tx, row, caseId, "movedSince");
    await takeMigration(tx, it, {
      to: await versionNamed(tx.db, row.process_key, row.from_version),
      choices: { mapping: turnedBack(row.mapping), timers: "kept", reason: row.reason },
      by: await byOf(tx, it, row),
    });
    await saveCase(tx, it);
    await noteUndone(tx, row, caseId, "undone");
  });

/** Takes one case back, unless it has moved since, or notes that it cannot go back. */
export const takeOneBack = async (
  house: House,
  row: MigrationRow,
  moved: { readonly caseId: string; readonly seq: number },
): Promise<void> => {
  try {
    await moveBack(house, row.id, moved);
  } catch (error) {
    if (problemsIn(error) === null) throw error;
    await runTransaction(house, (tx) => noteUndone(tx, row, moved.caseId, "refused"));
  }
};
