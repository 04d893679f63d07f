import { problem, Refusal } from "@sluice/problems";
import type { Json } from "@sluice/process";
import type { Caller, Committed } from "../door.ts";
import type { Asker } from "../person/asker.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

/** Lets admins through: only they draw and publish. */
export const assertDesigner = (asker: Asker): void => {
  if (!asker.roles.includes("admin")) {
    throw new Refusal([
      problem("NOT_ALLOWED", { action: "design", recordType: "process" }, { whoCanClear: [{ role: "admin" }] }),
    ]);
  }
};

/** Locks a process with its draft, so that saving and publishing it happen one after the other. */
export const lockProcess = async (tx: DoorTransaction, key: string) => {
  const process = await tx.db
    .selectFrom("process")
    .selectAll()
    .where("key", "=", key)
    .forNoKeyUpdate()
    .executeTakeFirst();
  const draft = await tx.db
    .selectFrom("process_draft")
    .select(["rev", "definition"])
    .where("process_key", "=", key)
    .executeTakeFirst();
  return { process: process ?? null, draftRev: draft?.rev ?? 0, draft: draft?.definition ?? null };
};

interface ProcessAudit {
  readonly caller: Caller;
  readonly commandId: string;
  readonly action: string;
  readonly key: string;
  readonly detail: Readonly<Record<string, Json>>;
}

/** Notes who changed a definition, with the transaction's other lines. */
export const processAudit = async (
  tx: DoorTransaction,
  { caller, commandId, action, key, detail }: ProcessAudit,
): Promise<void> => {
  tx.audit.push({
    at: await tx.house.clock.now(tx.db),
    actor: { kind: "person", personId: caller.personId },
    via: caller.via,
    action,
    recordType: "process",
    recordId: null,
    caseId: null,
    seq: null,
    commandId,
    detail: { process: key, ...detail },
  });
};

/** Tells everybody that a process changed, and answers its new number: a draft's `rev`, or a published version. */
export const processCommitted = (tx: DoorTransaction, key: string, version: number): Committed => {
  tx.changes.push({ type: "process", id: key, version });
  return { caseId: null, seq: null, recordType: "process", recordId: null, version };
};
