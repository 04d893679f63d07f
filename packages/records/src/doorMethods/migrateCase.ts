import { NO_MAPPING } from "@sluice/process";
import { lockCase } from "../case/lockCase.ts";
import { saveCase } from "../case/saveCase.ts";
import { stampFor } from "../case/takeStep.ts";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Committed, MigrateCaseInput } from "../door.ts";
import type { House } from "../house.ts";
import { assertMayMigrate } from "../migration/assertMayMigrate.ts";
import { takeMigration } from "../migration/takeMigration.ts";
import { versionNamed } from "../migration/versionNamed.ts";
import { committedCase } from "./committed.ts";

/**
 * Takes one case over to another version of its process, with a reason that is kept.
 *
 * @problem NOT_ALLOWED - the caller is no admin
 * @problem REASON_REQUIRED - no reason was given
 * @problem NOT_FOUND - there is no such case, or no such version
 */
export const migrateCase = (
  house: House,
  { commandId, ...input }: MigrateCaseInput,
  caller: Caller,
): Promise<Committed> => {
  const { caseId, to, mapping = NO_MAPPING, timers = "kept", reason } = input;
  const command = { name: "migrate case", commandId, input, caller, about: { caseId } };
  return runCommand(house, command, async (tx, { asker }) => {
    assertMayMigrate(asker);
    const it = await lockCase(tx, caseId);
    await takeMigration(tx, it, {
      to: await versionNamed(tx.db, it.processKey, to),
      choices: { mapping, timers, reason },
      by: {
        actor: { kind: "person", personId: asker.id },
        via: caller.via,
        at: await stampFor(tx, it),
        commandId,
      },
    });
    await saveCase(tx, it);
    return committedCase(tx, it);
  });
};
