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
    .select(["rev", "definition", "base_version"])
    .where("process_key", "=", key)
    .executeTakeFirst();
  const published = process?.published_version ?? 0;
  return {
    process: process ?? null,
    published,
    draftRev: draft?.rev ?? 0,
    draft: draft?.definition ?? null,
    /** The version that the draft was made from; the published one where there is no draft yet. */
    base: draft?.base_version ?? published,
  };
};

/** Why nothing may be published or put back over a version that whoever does it has not seen. */
export const movedOn = (published: number, base: number): Refusal =>
  new Refusal([problem("VERSION_MOVED_ON", { published, base })]);

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
