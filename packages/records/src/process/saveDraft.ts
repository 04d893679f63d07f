import { problem, Refusal } from "@sluice/problems";
import type { ProcessDefinition } from "@sluice/process";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { assertDesigner, lockProcess, movedOn, processAudit, processCommitted } from "./processCommand.ts";

type Input = Command & {
  readonly key: string;
  readonly rev: number;
  /** The published version that it was made from, 0 for none. */
  readonly base: number;
  readonly definition: ProcessDefinition;
};

/**
 * Saves the draft of a process, making the process with its first draft; `rev` is the draft's that was edited, 0 for none.
 * The answer's `version` is the new `rev`.
 *
 * Two who save the same draft: the second is told, and nothing of theirs is half saved. A draft that was merged with the
 * published version is based on that one from then on.
 *
 * @problem DRAFT_CHANGED - the draft is not the one that was edited
 * @problem VERSION_MOVED_ON - it was made from a version that is not in force any more
 * @problem NOT_ALLOWED - only admins draw processes
 */
export const saveDraft = (
  house: House,
  { commandId, key, rev, base, definition }: Input,
  caller: Caller,
): Promise<Committed> =>
  runCommand(
    house,
    { name: "save draft", commandId, input: { key, rev, base, definition }, caller },
    async (tx, { asker }) => {
      assertDesigner(asker);
      if (definition.key !== key)
        throw new Refusal([problem("INPUT_INVALID", { field: "definition.key", reason: "notOneOf", options: key })]);
      const { recordType, kind, departmentId } = definition;
      await tx.db
        .insertInto("process")
        .values({ key, record_type: recordType, kind, department_id: departmentId ?? null, updated_by: asker.id })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const { draftRev, process, published, base: before } = await lockProcess(tx, key);
      if (process === null || draftRev !== rev) throw new Refusal([problem("DRAFT_CHANGED")]);
      if (base !== published && base !== before) throw movedOn(published, base);
      if (process.record_type !== recordType)
        throw new Refusal([problem("INPUT_INVALID", { field: "definition.recordType", reason: "recordTypeKept" })]);
      const next = rev + 1;
      const values = {
        process_key: key,
        definition: JSON.stringify(definition),
        rev: next,
        base_version: base,
        updated_at: await house.clock.now(tx.db),
        updated_by: asker.id,
      };
      await tx.db
        .insertInto("process_draft")
        .values(values)
        .onConflict((conflict) => conflict.column("process_key").doUpdateSet(values))
        .execute();
      await processAudit(tx, { caller, commandId, action: "draft saved", key, detail: { rev: next } });
      return processCommitted(tx, key, next);
    },
  );
