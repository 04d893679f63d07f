import { assertAllowed, problem, Refusal } from "@sluice/problems";
import { sql } from "kysely";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { missingReferences } from "../record/missingReferences.ts";
import { tellOf } from "../record/tellOf.ts";
import { authorise } from "../rights/authorise.ts";
import { committed } from "./committed.ts";

type Input = Command & { readonly id: string; readonly version: number };

/**
 * Brings a deleted record back as it was, one version further. Open to those who may delete it.
 *
 * @problem NOT_FOUND - there is no deleted record of this id for the caller
 * @problem VERSION_CONFLICT - it was brought back and deleted again since the caller saw it
 * @problem REFERENCE_MISSING - what it hangs on was deleted too: that comes back first
 */
export const restoreRecord = (
  house: House,
  type: string,
  { commandId, id, version }: Input,
  caller: Caller,
): Promise<Committed> =>
  runCommand(
    house,
    { name: `restore ${type}`, commandId, input: { id, version }, caller, about: { recordType: type, recordId: id } },
    async (tx, { asker }) => {
      const recordType = house.types.get(type);
      const at = await house.clock.now(tx.db);
      const { rows } = await sql<{ version: number }>`
        UPDATE ${sql.table(recordType.table)}
        SET deleted_at = NULL, updated_at = ${at}, updated_by = ${asker.id}, version = version + 1
        WHERE id = ${id} AND deleted_at IS NOT NULL RETURNING version`.execute(tx.db);
      const record = rows[0] === undefined ? null : await tx.records.find({ type, id }, "write");
      if (record === null) throw new Refusal([problem("NOT_FOUND", { recordType: type })]);
      authorise(house.rights, asker, { action: "delete", record });
      const current = record.version - 1;
      if (current !== version) throw new Refusal([problem("VERSION_CONFLICT", { current, yours: version })]);
      assertAllowed(await missingReferences(tx, recordType, record.fields));
      const by = { actor: { kind: "person", personId: asker.id } as const, via: caller.via, at, commandId, step: null };
      tellOf(tx, record, { action: "restore", detail: {}, by });
      return committed(record, null);
    },
  );
