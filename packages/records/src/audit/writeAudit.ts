import type { Kysely } from "kysely";
import type { DB } from "../generated/database.ts";
import type { AuditLine } from "./auditLine.ts";

/** Appends lines to the audit trail, in one statement. */
export const writeAudit = async (db: Kysely<DB>, lines: readonly AuditLine[]): Promise<void> => {
  if (lines.length === 0) return;
  await db
    .insertInto("audit")
    .values(
      lines.map((line) => ({
        at: line.at,
        actor: JSON.stringify(line.actor),
        via: line.via,
        action: line.action,
        record_type: line.recordType,
        record_id: line.recordId,
        case_id: line.caseId,
        seq: line.seq,
        command_id: line.commandId,
        detail: JSON.stringify(line.detail),
      })),
    )
    .execute();
};
