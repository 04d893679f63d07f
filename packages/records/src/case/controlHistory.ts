import type { Seen } from "@sluice/process";
import { sql, type Kysely } from "kysely";
import type { DB } from "../generated/database.ts";
import type { Authorship } from "../record/authorship.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { newId } from "../transaction/newId.ts";
import type { CaseInHand } from "./caseInHand.ts";

/** The key under which a moment is kept that is no milestone of its own: a stage, or a step with what came of it. */
const keyOfSeen = ({ stage, step, outcome }: Seen): string =>
  stage === undefined ? `step:${step ?? ""}:${outcome ?? ""}` : `stage:${stage}`;

interface Row {
  readonly key: string;
  readonly by: { readonly personId?: string };
}

const seenOf = ({ key, by }: Row): Seen => {
  const people = by.personId === undefined ? [] : [by.personId];
  const [kind, id = "", ...outcome] = key.split(":");
  if (kind === "stage") return { stage: id, by: people };
  if (kind === "step") return { step: id, outcome: outcome.join(":") || null, by: people };
  return { milestone: key, by: people };
};

/** What control points look back on: the milestones of the record, and the stages and steps of the case, in their order. */
export const controlHistory = async (db: Kysely<DB>, it: CaseInHand): Promise<readonly Seen[]> => {
  const { rows } = await sql<Row>`
    SELECT key, by FROM milestone
    WHERE record_type = ${it.recordType} AND record_id = ${it.recordId}
      AND (case_id = ${it.id} OR NOT (key LIKE 'stage:%' OR key LIKE 'step:%'))
    ORDER BY at, id`.execute(db);
  return rows.map(seenOf);
};

interface Noted {
  readonly now: readonly Seen[];
  readonly by: Authorship;
}

/** Keeps the stages and steps that control points speak of, each with who did it; milestones are kept as they are reached. */
export const keepSeen = async (tx: DoorTransaction, it: CaseInHand, { now, by }: Noted): Promise<void> => {
  const rows = now
    .filter(({ stage, step }) => stage !== undefined || step !== undefined)
    .flatMap((seen) => {
      const people = seen.by.length === 0 ? [by.actor] : seen.by.map((personId) => ({ kind: "person", personId }));
      return people.map((who) => ({
        id: newId(),
        record_type: it.recordType,
        record_id: it.recordId,
        key: keyOfSeen(seen),
        at: by.at,
        by: JSON.stringify(who),
        seq: it.state.seq,
        case_id: it.id,
      }));
    });
  if (rows.length > 0) await tx.db.insertInto("milestone").values(rows).execute();
};
