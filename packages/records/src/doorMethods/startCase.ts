import { machineReason, problem, Refusal } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { sql } from "kysely";
import { birth } from "../case/birth.ts";
import { caseToBe, type PublishedProcess } from "../case/caseToBe.ts";
import { putIntoInbox } from "../case/putIntoInbox.ts";
import { saveCase } from "../case/saveCase.ts";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { planOf } from "../process/planOf.ts";
import type { RecordRef } from "../registry/storedRecord.ts";
import { authorise, isAuthorised } from "../rights/authorise.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { committed } from "./committed.ts";

type Input = Command & {
  readonly process: string;
  readonly recordType: string;
  readonly recordId: string;
  readonly variables?: Readonly<Record<string, Json>>;
};

const publishedProcess = async (tx: DoorTransaction, key: string, recordType: string): Promise<PublishedProcess> => {
  const { rows } = await sql<PublishedProcess>`
    SELECT p.key, p.kind, v.version, v.hash FROM process p
    JOIN process_version v ON v.process_key = p.key AND v.version = p.published_version
    WHERE p.key = ${key} AND p.record_type = ${recordType} AND p.kind = 'side'`.execute(tx.db);
  if (rows[0] === undefined) throw new Refusal([problem("NOT_FOUND", { recordType: "process" })]);
  return rows[0];
};

const openCaseOf = async (
  tx: DoorTransaction,
  process: string,
  record: RecordRef,
): Promise<{ readonly id: string; readonly seq: number } | null> =>
  (await tx.db
    .selectFrom("case")
    .select(["id", "seq"])
    .where("process_key", "=", process)
    .where("record_type", "=", record.type)
    .where("record_id", "=", record.id)
    .where("status", "<>", "ended")
    .orderBy("opened_at")
    .executeTakeFirst()) ?? null;

/**
 * Starts a side process for a record. What a second start for the same record does is the process's to say: by default it
 * answers the case that runs already; a queued one is a case of its own, whose first step waits until the others have ended. Open to those who may change the record.
 *
 * @problem EVENT_NOT_APPLICABLE - the condition of its start does not hold
 * @problem NOT_FOUND - there is no such process for this type, or no such record
 */
export const startCase = (house: House, { commandId, ...input }: Input, caller: Caller): Promise<Committed> => {
  const ref = { type: input.recordType, id: input.recordId };
  return runCommand(
    house,
    { name: "start", commandId, input, caller, about: { recordType: ref.type, recordId: ref.id } },
    async (tx, { asker }) => {
      const process = await publishedProcess(tx, input.process, ref.type);
      const plan = planOf(house, { processKey: process.key, version: process.version, hash: process.hash });
      const record = await tx.records.find(ref, "write");
      if (record === null) throw new Refusal([problem("NOT_FOUND", { recordType: ref.type })]);
      if (!isAuthorised(house.rights, asker, { action: "move", record }))
        authorise(house.rights, asker, { action: "patch", record });
      const { concurrency } = plan.start;
      const running = concurrency === "parallel" ? null : await openCaseOf(tx, process.key, ref);
      const at = await house.clock.now(tx.db);
      const variables = input.variables ?? {};
      if (running !== null && concurrency === "queue") {
        const queued = caseToBe({ process, record, at, initiatorId: asker.id, lane: "people" });
        await saveCase(tx, queued);
        await putIntoInbox(tx, queued.id, { type: "start", variables });
        return committed(record, queued);
      }
      if (running !== null && concurrency !== "replace")
        return {
          caseId: running.id,
          seq: running.seq,
          recordType: ref.type,
          recordId: ref.id,
          version: record.version,
        };
      if (running !== null)
        await putIntoInbox(tx, running.id, {
          type: "intervene",
          act: { do: "cancel" },
          reason: machineReason("startedAnew"),
        });
      const by = { actor: { kind: "person", personId: asker.id } as const, via: caller.via, at, commandId, step: null };
      const it = await birth(tx, { process, record, variables }, by);
      if (it === null) throw new Refusal([problem("EVENT_NOT_APPLICABLE")]);
      return committed((await tx.records.find(ref, "share")) ?? record, it);
    },
  );
};
