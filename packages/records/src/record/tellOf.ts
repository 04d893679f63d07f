import type { Json } from "@sluice/process";
import type { StoredRecord } from "../registry/storedRecord.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import type { Authorship } from "./authorship.ts";

/** Notes a written record for the audit trail, for those who look at it, and for the cases that watch it. */
export const tellOf = (
  tx: DoorTransaction,
  record: StoredRecord,
  {
    action,
    detail,
    by,
  }: {
    readonly action: "create" | "patch" | "delete" | "restore";
    readonly detail: Readonly<Record<string, Json>>;
    readonly by: Authorship;
  },
): void => {
  tx.audit.push({
    at: by.at,
    actor: by.actor,
    via: by.via,
    action,
    recordType: record.type,
    recordId: record.id,
    caseId: by.step?.caseId ?? null,
    seq: by.step?.seq ?? null,
    commandId: by.commandId,
    detail,
  });
  tx.changes.push({ type: record.type, id: record.id, version: record.version });
  const key = `${record.type}:${record.id}`;
  tx.changed.set(key, { record, how: tx.changed.get(key)?.how === "create" ? "create" : action, by });
};
