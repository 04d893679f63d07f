import { assertAllowed, machineReason, problem, Refusal } from "@sluice/problems";
import { closedFields, missingFields, rightsNeeded, startFormOf, type Json, type NodeOf } from "@sluice/process";
import { sql } from "kysely";
import { birth } from "../case/birth.ts";
import { caseToBe, type PublishedProcess } from "../case/caseToBe.ts";
import { putIntoInbox } from "../case/putIntoInbox.ts";
import { saveCase } from "../case/saveCase.ts";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import type { Asker } from "../person/asker.ts";
import { planOf } from "../process/planOf.ts";
import type { Authorship } from "../record/authorship.ts";
import { patchByPerson } from "../record/patchByPerson.ts";
import type { RecordRef, StoredRecord } from "../registry/storedRecord.ts";
import { authoriseAny } from "../rights/authorise.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { committed } from "./committed.ts";

type Input = Command & {
  readonly process: string;
  readonly recordType: string;
  readonly recordId: string;
  readonly variables?: Readonly<Record<string, Json>>;
  /** What the start's form was filled with: fields of the record. */
  readonly form?: Readonly<Record<string, Json>>;
  /** The record's version that the form was filled on. */
  readonly version?: number;
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

/** Whether a second start answers the case that runs already. */
const isShared = ({ concurrency }: NodeOf<"start">): boolean => concurrency === "skip";

interface Filling {
  readonly before: StoredRecord;
  readonly form: Readonly<Record<string, Json>>;
  readonly version: number;
  readonly start: NodeOf<"start">;
}

/** The record with what the form brought, once everything that the start asks for is there. */
const filled = async (
  tx: DoorTransaction,
  { before, form, version, start }: Filling,
  who: { readonly asker: Asker; readonly by: Authorship },
): Promise<StoredRecord> => {
  const asked = startFormOf(start);
  assertAllowed(closedFields(asked, form));
  const record =
    Object.keys(form).length === 0 ? before : await patchByPerson(tx, { before, version, fields: form }, who);
  assertAllowed(missingFields(asked, record.fields));
  return record;
};

/**
 * Starts a side process for a record, with what its form was filled with: the fields and the case come together or not at all. What a second start for the same record does is the process's to say: by default it
 * answers the case that runs already; a queued one is a case of its own, whose first step waits until the others have ended. Open to those who may change the record.
 *
 * @problem EVENT_NOT_APPLICABLE - the condition of its start does not hold, or it runs already and a form would be lost
 * @problem REQUIRED_FIELD, FIELD_NOT_ALLOWED - the form is not filled, or fills what it does not open
 * @problem VERSION_CONFLICT, RECORD_LOCKED - as when the record is changed
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
      const before = await tx.records.find(ref, "write");
      if (before === null) throw new Refusal([problem("NOT_FOUND", { recordType: ref.type })]);
      authoriseAny(house.rights, asker, { actions: rightsNeeded(process.kind, "start"), record: before });
      const { concurrency } = plan.start;
      const running = concurrency === "parallel" ? null : await openCaseOf(tx, process.key, ref);
      const at = await house.clock.now(tx.db);
      const by = { actor: { kind: "person", personId: asker.id } as const, via: caller.via, at, commandId, step: null };
      const form = input.form ?? {};
      if (running !== null && isShared(plan.start) && Object.keys(form).length > 0)
        throw new Refusal([problem("EVENT_NOT_APPLICABLE", { caseId: running.id })]);
      const record =
        running !== null && isShared(plan.start)
          ? before
          : await filled(
              tx,
              { before, form, version: input.version ?? before.version, start: plan.start },
              { asker, by },
            );
      const variables = input.variables ?? {};
      if (running !== null && concurrency === "queue") {
        const queued = caseToBe({ process, record, at, initiatorId: asker.id, lane: "people" });
        await saveCase(tx, queued);
        await putIntoInbox(tx, queued.id, { type: "start", variables });
        return committed(record, queued);
      }
      if (running !== null && isShared(plan.start))
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
      const it = await birth(tx, { process, record, variables }, by);
      if (it === null) throw new Refusal([problem("EVENT_NOT_APPLICABLE")]);
      return committed((await tx.records.find(ref, "share")) ?? record, it);
    },
  );
};
