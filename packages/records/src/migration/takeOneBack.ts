import { problem, type Problem } from "@sluice/problems";
import { begunAnew, mappingBack, turnedBack, type Stood } from "@sluice/process";
import type { CaseInHand } from "../case/caseInHand.ts";
import { findCaseLocked } from "../case/lockCase.ts";
import { saveCase } from "../case/saveCase.ts";
import type { House } from "../house.ts";
import { planOf } from "../process/planOf.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { runTransaction } from "../transaction/runTransaction.ts";
import type { MigrationChoices } from "./choices.ts";
import { duesOf } from "./duesOf.ts";
import { byOf, problemsIn } from "./inTheNameOf.ts";
import { migrationRow, type MigrationRow } from "./migrationRow.ts";
import { takeMigration } from "./takeMigration.ts";
import { versionNamed } from "./versionNamed.ts";

/**
 * What came of taking a case back.
 *
 * - `undone`: it stands where it stood
 * - `begunAnew`: it is back on its version, and a step of it has begun anew
 * - `movedSince`, `refused`: it stays where it is
 */
export type Undone = "undone" | "begunAnew" | "movedSince" | "refused";

/** A case that a migration moved; `stood` is null for those that were moved before it was kept. */
export interface Moved {
  readonly caseId: string;
  readonly seq: number;
  readonly stood: Stood | null;
}

const noteUndone = async (
  tx: DoorTransaction,
  row: MigrationRow,
  caseId: string,
  { undone, problems = [] }: { readonly undone: Undone; readonly problems?: readonly Problem[] },
): Promise<void> => {
  await tx.db
    .updateTable("case_migration_case")
    .set({ undone, undo_problems: JSON.stringify(problems) })
    .where("migration_id", "=", row.id)
    .where("case_id", "=", caseId)
    .execute();
};

/** Only the times that are others now. */
const changedDues = (before: Stood["dues"], now: Stood["dues"]): Stood["dues"] =>
  Object.fromEntries(Object.entries(before).filter(([token, dueAt]) => now[token] !== dueAt));

const choicesBack = async (
  tx: DoorTransaction,
  { mapping, reason, undo_reason }: MigrationRow,
  it: CaseInHand,
  stood: Stood | null,
): Promise<MigrationChoices> => {
  const plain = { timers: "kept", reason: undo_reason ?? reason } as const;
  if (stood === null) return { ...plain, mapping: turnedBack(mapping) };
  const back = { ...stood, dues: changedDues(stood.dues, await duesOf(tx.db, it.id)) };
  return { ...plain, mapping: mappingBack(mapping, it.state, stood), back };
};

/** The names of the steps that did not go on where they were, as the version calls them that the case is back on. */
const anewIn = (tx: DoorTransaction, it: CaseInHand, stood: Stood | null): readonly string[] => {
  if (stood === null) return [];
  const { nodes } = planOf(tx.house, { processKey: it.processKey, version: it.version, hash: it.planHash });
  return begunAnew(stood, it.state).map((id) => nodes.get(id)?.name.en ?? id);
};

const moveBack = (house: House, id: string, { caseId, seq, stood }: Moved): Promise<void> =>
  runTransaction(house, async (tx) => {
    const row = await migrationRow(tx.db, id, "share");
    if (row.status !== "undoing") return;
    const it = await findCaseLocked(tx, caseId);
    if (it === null || it.version !== row.to_version || it.state.seq !== seq) {
      const problems = [problem("MIGRATION_ACTED_SINCE")];
      return noteUndone(tx, row, caseId, { undone: "movedSince", problems });
    }
    await takeMigration(tx, it, {
      to: await versionNamed(tx.db, row.process_key, row.from_version),
      choices: await choicesBack(tx, row, it, stood),
      by: await byOf(tx, it, row),
    });
    await saveCase(tx, it);
    const anew = anewIn(tx, it, stood);
    const problems = anew.length === 0 ? [] : [problem("MIGRATION_BEGUN_ANEW", { steps: anew.join(", ") })];
    await noteUndone(tx, row, caseId, { undone: anew.length === 0 ? "undone" : "begunAnew", problems });
  });

/** Takes one case back to where it stood, or notes why it cannot go back: it has gone on since, or is refused. */
export const takeOneBack = async (house: House, row: MigrationRow, moved: Moved): Promise<void> => {
  try {
    await moveBack(house, row.id, moved);
  } catch (error) {
    const problems = problemsIn(error);
    if (problems === null) throw error;
    await runTransaction(house, (tx) => noteUndone(tx, row, moved.caseId, { undone: "refused", problems }));
  }
};
