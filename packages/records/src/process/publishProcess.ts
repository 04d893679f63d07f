import { problem, Refusal } from "@sluice/problems";
import { type ProcessDefinition, storedDefinition } from "@sluice/process";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { contentHash } from "../transaction/canonicalJson.ts";
import { connect } from "../transaction/connect.ts";
import { kyselyOn } from "../transaction/kyselyOn.ts";
import { assertPublishable, type CountErrors } from "./assertPublishable.ts";
import { assertDesigner, lockProcess, movedOn, processAudit, processCommitted } from "./processCommand.ts";

type Input = Command & {
  readonly key: string;
  readonly rev: number;
  /** The published version that the draft was made from, 0 for none. Revisions begin anew with each version. */
  readonly base: number;
  /** Why it is published, for whoever compares versions later. */
  readonly note?: string | undefined;
};

const readDraft = async (house: House, { key, rev, base }: Input): Promise<ProcessDefinition | null> => {
  const client = await connect(house.pool);
  try {
    const row = await kyselyOn(client)
      .selectFrom("process_draft")
      .select("definition")
      .where("process_key", "=", key)
      .where("rev", "=", rev)
      .where("base_version", "=", base)
      .executeTakeFirst();
    return row === undefined ? null : storedDefinition(row.definition);
  } finally {
    client.release();
  }
};

/**
 * Publishes a draft as the next version; running cases stay on theirs. The answer's `version` is the new one.
 *
 * Two who publish the same draft: one version comes of it, the second is told. The version and the pointer to it are written in
 * one transaction: new cases follow the one or the other, never something in between.
 *
 * @problem DRAFT_CHANGED - the draft is not the one that was seen, or is published already
 * @problem VERSION_MOVED_ON - another version has been put in force since the draft was made
 * @problem DEFINITION_INVALID - errors stand against it
 */
export const publishProcess = async (
  house: House,
  input: Input,
  caller: Caller,
  countErrors: CountErrors,
): Promise<Committed> => {
  const { commandId, key, rev, base: seen, note } = input;
  const definition = await readDraft(house, input);
  if (definition !== null) await assertPublishable(house, definition, countErrors);
  return runCommand(
    house,
    {
      name: "publish process",
      commandId,
      input: { key, rev, base: seen, ...(note === undefined ? {} : { note }) },
      caller,
    },
    async (tx, { asker }) => {
      assertDesigner(asker);
      const { process, draftRev, draft, base, published } = await lockProcess(tx, key);
      if (process === null || draft === null || draftRev !== rev || base !== seen)
        throw new Refusal([problem("DRAFT_CHANGED")]);
      if (base !== published) throw movedOn(published, base);
      const at = await house.clock.now(tx.db);
      const last = await tx.db
        .selectFrom("process_version")
        .select((of) => of.fn.max("version").as("version"))
        .where("process_key", "=", key)
        .executeTakeFirst();
      const version = (last?.version ?? 0) + 1;
      await tx.db
        .insertInto("process_version")
        .values({
          process_key: key,
          version,
          definition: JSON.stringify(draft),
          hash: contentHash(draft),
          published_at: at,
          published_by: asker.id,
          note: note ?? null,
        })
        .execute();
      await tx.db
        .updateTable("process")
        .set({ published_version: version, updated_at: at, updated_by: asker.id })
        .where("key", "=", key)
        .execute();
      await tx.db.deleteFrom("process_draft").where("process_key", "=", key).execute();
      await processAudit(tx, {
        caller,
        commandId,
        action: "published",
        key,
        detail: { version, rev, note: note ?? null },
      });
      return processCommitted(tx, key, version);
    },
  );
};
