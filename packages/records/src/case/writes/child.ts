import { machineReason, problem, Refusal } from "@sluice/problems";
import type { Json } from "@sluice/process";
import type { RecordRef } from "../../registry/storedRecord.ts";
import type { CaseInHand } from "../caseInHand.ts";
import { caseToBe } from "../caseToBe.ts";
import { putIntoInbox, putIntoInboxes } from "../putIntoInbox.ts";
import { saveCase } from "../saveCase.ts";
import type { WriteOf, WriteStep } from "./writeStep.ts";

/** Processes start each other at most this deep. */
const MOST_DEPTH = 8;

/** A child runs on its parent's record, or on the record that its item names when it is of another type. */
const recordFor = (it: CaseInHand, recordType: string, item: Json): RecordRef =>
  recordType !== it.recordType && typeof item === "string"
    ? { type: recordType, id: item }
    : { type: it.recordType, id: it.recordId };

/**
 * Opens a case of another process under this one. It takes its first step by its own inbox, right after the commit.
 *
 * @problem DEPTH_EXCEEDED - processes start each other too deeply
 */
export const openChild = async (write: WriteOf<"openChild">, { tx, it, by }: WriteStep): Promise<void> => {
  if (it.depth >= MOST_DEPTH) throw new Refusal([problem("DEPTH_EXCEEDED")]);
  const version = await tx.db
    .selectFrom("process_version")
    .innerJoin("process", "process.key", "process_version.process_key")
    .select(["process_version.hash", "process.record_type"])
    .where("process_version.process_key", "=", write.process)
    .where("process_version.version", "=", write.version)
    .executeTakeFirstOrThrow();
  const record = recordFor(it, version.record_type, write.item);
  const child = caseToBe({
    process: { key: write.process, version: write.version, hash: version.hash, kind: "side" },
    record,
    at: by.at,
    initiatorId: it.initiatorId,
    lane: it.lane,
    parent: { caseId: it.id, key: write.key, depth: it.depth + 1 },
    chain: it.chain,
  });
  await saveCase(tx, child);
  const variables = { item: write.item, index: write.index, ...write.handOver };
  await putIntoInbox(
    tx,
    child.id,
    { type: "start", variables, ...(write.wanted && { wanted: write.wanted }) },
    it.lane,
  );
};

/** Asks an open child to end; it hears of it through its inbox. */
export const cancelChild = async (write: WriteOf<"cancelChild">, { tx, it }: WriteStep): Promise<void> => {
  const child = await tx.db
    .selectFrom("case")
    .select("id")
    .where("parent_case_id", "=", it.id)
    .where("parent_key", "=", write.key)
    .where("status", "<>", "ended")
    .executeTakeFirst();
  if (child !== undefined)
    await putIntoInbox(tx, child.id, {
      type: "intervene",
      act: { do: "cancel" },
      reason: machineReason("parentLeft", { process: it.processKey }),
    });
};

/** Has open children stand still, or go on, with the case; each hears of it through its inbox, after its first step. */
export const tellChildren = async ({ keys, act }: WriteOf<"tellChildren">, { tx, it }: WriteStep): Promise<void> => {
  const children = await tx.db
    .selectFrom("case")
    .select(["id", "lane"])
    .where("parent_case_id", "=", it.id)
    .where("parent_key", "in", keys)
    .where("status", "<>", "ended")
    .execute();
  const reason = machineReason(act === "suspend" ? "parentSuspended" : "parentResumed", { process: it.processKey });
  const happening = { type: "intervene", act: { do: act }, reason, withParent: true } as const;
  await putIntoInboxes(
    tx,
    children.map(({ id, lane }) => ({ caseId: id, happening, lane })),
  );
};
