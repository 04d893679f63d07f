import type { Json } from "@sluice/process";
import { sql } from "kysely";
import { personOf, type Authorship } from "../record/authorship.ts";
import type { StoredRecord } from "../registry/storedRecord.ts";
import { askedOnce } from "../transaction/askedOnce.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import type { CaseInHand } from "./caseInHand.ts";
import { caseToBe, type PublishedProcess } from "./caseToBe.ts";
import { putIntoInbox } from "./putIntoInbox.ts";
import { saveCase } from "./saveCase.ts";
import { takeStep } from "./takeStep.ts";

interface Birth {
  readonly process: PublishedProcess;
  readonly record: StoredRecord;
  readonly variables: Readonly<Record<string, Json>>;
}

/**
 * Brings a case into the world and takes its first step, in the transaction that wants it; null when its start does not hold.
 *
 * In an import the life cycle of a record enters its first stage, with all that the stage demands, and rests: what its first step
 * does comes by its own inbox, in the bulk lane.
 */
export const birth = async (
  tx: DoorTransaction,
  { process, record, variables }: Birth,
  by: Authorship,
): Promise<CaseInHand | null> => {
  const lane = by.via === "import" ? "bulk" : "people";
  const it = caseToBe({ process, record, at: by.at, initiatorId: personOf(by), lane, chain: by.step?.chain ?? 0 });
  const author = { actor: by.actor, via: by.via, at: by.at, commandId: by.commandId };
  const rests = by.via === "import" && process.kind === "lifeCycle";
  const happening = { type: "start", variables, ...(rests ? { rests } : {}) } as const;
  const step = await takeStep(tx, it, { happening, by: author });
  if (step === null) return null;
  await saveCase(tx, it);
  if (it.state.firstStep) await putIntoInbox(tx, it.id, { type: "firstStep" }, lane);
  return it;
};

/** The life cycle that a new record of this type and department gets: the nearest department's, else the firm's, else none. */
const lifeCycleIn = async (
  tx: DoorTransaction,
  { type, department }: { readonly type: string; readonly department: Json },
): Promise<PublishedProcess | null> => {
  const { rows } = await sql<PublishedProcess>`
    SELECT p.key, p.kind, v.version, v.hash
    FROM process p
    JOIN process_version v ON v.process_key = p.key AND v.version = p.published_version
    LEFT JOIN department d ON d.id = ${typeof department === "string" ? department : null}
    WHERE p.kind = 'lifeCycle' AND p.record_type = ${type}
      AND (p.department_id IS NULL OR p.department_id = ANY (d.path))
    ORDER BY array_position(d.path, p.department_id) DESC NULLS LAST LIMIT 1`.execute(tx.db);
  return rows[0] ?? null;
};

/** Gives a new record the case of its life cycle, when its type has one. */
export const birthOfLifeCycle = async (
  tx: DoorTransaction,
  record: StoredRecord,
  by: Authorship,
): Promise<CaseInHand | null> => {
  const where = { type: record.type, department: record.fields["department"] ?? null };
  const process = await askedOnce(tx, ["lifeCycle", where], () => lifeCycleIn(tx, where));
  return process === null ? null : birth(tx, { process, record, variables: {} }, by);
};
