import { Refusal, type Problem } from "@sluice/problems";
import type { CaseInHand } from "../case/caseInHand.ts";
import { stampFor } from "../case/takeStep.ts";
import { duplicateOf } from "../command/duplicateOf.ts";
import type { Authorship } from "../record/authorship.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import type { MigrationRow } from "./migrationRow.ts";

/** Whoever began a migration is who moves its cases; whoever undid it, who takes them back. */
export const byOf = async (
  tx: DoorTransaction,
  it: CaseInHand,
  row: MigrationRow,
): Promise<Omit<Authorship, "step">> => ({
  actor: { kind: "person", personId: row.undo_person_id ?? row.person_id },
  via: row.undo_via ?? row.via,
  at: await stampFor(tx, it),
  commandId: null,
});

/** The problems for which a case is left where it is; null for what only others in the way, or an outage, have caused. */
export const problemsIn = (error: unknown): readonly Problem[] | null => {
  const refusal = error instanceof Refusal ? error : duplicateOf(error);
  return refusal === null || refusal.problems.some(({ code }) => code === "BUSY") ? null : refusal.problems;
};
