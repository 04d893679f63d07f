import { problem, Refusal } from "@sluice/problems";
import { type ProcessDefinition, storedDefinition } from "@sluice/process";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { connect } from "../transaction/connect.ts";
import { kyselyOn } from "../transaction/kyselyOn.ts";
import { assertPublishable, type CountErrors } from "./assertPublishable.ts";
import { assertDesigner, lockProcess, movedOn, processAudit, processCommitted } from "./processCommand.ts";

type Input = Command & {
  readonly key: string;
  /** The version to put in force, and the one that is in force as far as the caller knows. */
  readonly version: number;
  readonly from: number;
  readonly reason: string;
};

const readVersion = async (house: House, { key, version }: Input): Promise<ProcessDefinition> => {
  const client = await connect(house.pool);
  try {
    const row = await kyselyOn(client)
      .selectFrom("process_version")
      .select("definition")
      .where("process_key", "=", key)
      .where("version", "=", version)
      .executeTakeFirst();
    if (row === undefined) throw new Refusal([problem("NOT_FOUND", { recordType: "process" })]);
    return storedDefinition(row.definition);
  } finally {
    client.release();
  }
};

/**
 * Puts a version that was published before in force again; running cases and the draft stay as they are. It is checked as when
 * it was published: the firm may have changed since. The answer's `version` is the one in force.
 *
 * @problem NOT_FOUND - there is no such version
 * @problem VERSION_MOVED_ON - another version has been put in force meanwhile
 * @problem DEFINITION_INVALID - errors stand against it by now
 */
export const rollBackProcess = async (
  house: House,
  input: Input,
  caller: Caller,
  countErrors: CountErrors,
): Promise<Committed> => {
  const { commandId, key, version, from, reason } = input;
  await assertPublishable(house, await readVersion(house, input), countErrors);
  return runCommand(
    house,
    { name: "roll back process", commandId, input: { key, version, from, reason }, caller },
    async (tx, { asker }) => {
      assertDesigner(asker);
      const { published } = await lockProcess(tx, key);
      if (published !== from || published === version) throw movedOn(published, from);
      const at = await house.clock.now(tx.db);
      await tx.db
        .updateTable("process")
        .set({ published_version: version, updated_at: at, updated_by: asker.id })
        .where("key", "=", key)
        .execute();
      await tx.db
        .insertInto("process_rollback")
        .values({
          id: commandId,
          process_key: key,
          from_version: from,
          to_version: version,
          reason,
          at,
          person_id: asker.id,
        })
        .execute();
      await processAudit(tx, { caller, commandId, action: "rolled back", key, detail: { version, from, reason } });
      return processCommitted(tx, key, version);
    },
  );
};
