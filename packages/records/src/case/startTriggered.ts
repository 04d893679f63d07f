import type { Json } from "@sluice/process";
import { sql } from "kysely";
import { personOf } from "../record/authorship.ts";
import type { ChangedRecord } from "../record/changedRecord.ts";
import { putStart } from "../start/putStart.ts";
import { askedOnce } from "../transaction/askedOnce.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import type { PublishedProcess } from "./caseToBe.ts";

/** Changes start processes, which change records, which start processes: at most this often in a row. */
const MOST_CHAIN = 16;

const START = { type: "start", variables: {} } as const;
/** A start that would make the chain longer: an incident stands in its place, and a person decides whether it goes on. */
const TOO_LONG = {
  type: "forbidden",
  happening: START,
  code: "CHAIN_EXCEEDED",
  values: { limit: MOST_CHAIN },
} as const;

const STARTS = { create: "recordCreated", patch: "recordChanged", delete: null, restore: null } as const;

/** The side processes that a change of this kind starts, in the record's department or the whole firm. */
const startedIn = async (
  tx: DoorTransaction,
  { on, type, department }: { readonly on: string; readonly type: string; readonly department: Json },
): Promise<readonly PublishedProcess[]> => {
  const { rows } = await sql<PublishedProcess>`
    SELECT p.key, p.kind, v.version, v.hash
    FROM process p
    JOIN process_version v ON v.process_key = p.key AND v.version = p.published_version
    LEFT JOIN department d ON d.id = ${typeof department === "string" ? department : null}
    WHERE p.kind = 'side' AND p.record_type = ${type} AND (p.department_id IS NULL OR p.department_id = ANY (d.path))
      AND jsonb_path_exists(v.definition, '$.nodes[*] ? (@.kind == "start" && @.trigger.on == $on)', jsonb_build_object('on', ${on}::text))`.execute(
    tx.db,
  );
  return rows;
};

const startedBy = async (tx: DoorTransaction, { record, how }: ChangedRecord): Promise<readonly PublishedProcess[]> => {
  const on = STARTS[how];
  if (on === null) return [];
  const change = { on, type: record.type, department: record.fields["department"] ?? null };
  return askedOnce(tx, ["started", change], () => startedIn(tx, change));
};

/**
 * Puts a case beside each changed record whose type has a process that such a change starts. It takes its first step by its
 * own inbox after the commit, where its condition is asked; one that does not hold, or may not run twice, is dropped there.
 *
 * @problem CHAIN_EXCEEDED - an incident of the case that would have been one too many
 */
export const startTriggered = async (tx: DoorTransaction): Promise<void> => {
  for (const change of tx.changed.values()) {
    const { record, by } = change;
    const chain = by.step === null ? 0 : by.step.chain + 1;
    for (const process of await startedBy(tx, change)) {
      const lane = by.via === "import" ? "bulk" : "people";
      await putStart(tx, {
        process,
        record,
        at: by.at,
        initiatorId: personOf(by),
        lane,
        trigger: { version: record.version, chain: Math.min(chain, MOST_CHAIN) },
        happening: chain > MOST_CHAIN ? TOO_LONG : START,
      });
    }
  }
};
