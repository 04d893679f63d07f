import { problem, Refusal } from "@sluice/problems";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { assertDesigner, lockProcess, processAudit, processCommitted } from "./processCommand.ts";

/**
 * Throws a draft away; the published version stays as it is. A process that was never published goes with its draft. The
 * answer's `version` is the published one, 0 for none.
 *
 * @problem DRAFT_CHANGED - the draft is not the one that was seen
 */
export const discardDraft = (
  house: House,
  { commandId, key, rev, base: seen }: Command & { readonly key: string; readonly rev: number; readonly base: number },
  caller: Caller,
): Promise<Committed> =>
  runCommand(
    house,
    { name: "discard draft", commandId, input: { key, rev, base: seen }, caller },
    async (tx, { asker }) => {
      assertDesigner(asker);
      const { process, draftRev, base } = await lockProcess(tx, key);
      if (process === null || draftRev !== rev || draftRev === 0 || base !== seen)
        throw new Refusal([problem("DRAFT_CHANGED")]);
      await tx.db.deleteFrom("process_draft").where("process_key", "=", key).execute();
      if (process.published_version === null) await tx.db.deleteFrom("process").where("key", "=", key).execute();
      await processAudit(tx, { caller, commandId, action: "draft discarded", key, detail: { rev } });
      return processCommitted(tx, key, process.published_version ?? 0);
    },
  );
