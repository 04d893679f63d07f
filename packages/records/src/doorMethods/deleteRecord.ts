import { assertAllowed, problem, Refusal } from "@sluice/problems";
import { sql } from "kysely";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { tellOf } from "../record/tellOf.ts";
import { writeContext } from "../record/writeContext.ts";
import { writeRecord } from "../record/writeRecord.ts";
import { authorise } from "../rights/authorise.ts";
import { committed } from "./committed.ts";

type Input = Command & { readonly id: string; readonly version: number };

/**
 * Takes a record away; it is kept, marked as deleted.
 *
 * @problem RECORD_HAS_OPEN_CASE - a case of it still runs
 * @problem DOCUMENT_ISSUED - it went out: issued documents are reversed, never deleted
 * @problem VERSION_CONFLICT - someone changed it since the caller read it
 * @problem NOT_ALLOWED - the caller's rights do not reach it
 */
export const deleteRecord = (
  house: House,
  type: string,
  { commandId, id, version }: Input,
  caller: Caller,
): Promise<Committed> =>
  runCommand(
    house,
    { name: `delete ${type}`, commandId, input: { id, version }, caller, about: { recordType: type, recordId: id } },
    async (tx, { asker }) => {
      const before = await tx.records.find({ type, id }, "write");
      if (before === null) throw new Refusal([problem("NOT_FOUND", { recordType: type })]);
      authorise(house.rights, asker, { action: "delete", record: before });
      if (before.version !== version)
        throw new Refusal([problem("VERSION_CONFLICT", { current: before.version, yours: version })]);
      const open = await tx.db
        .selectFrom("case")
        .select("id")
        .where("record_type", "=", type)
        .where("record_id", "=", id)
        .where("status", "<>", "ended")
        .executeTakeFirst();
      if (open !== undefined) throw new Refusal([problem("RECORD_HAS_OPEN_CASE", { caseId: open.id })]);
      const at = await house.clock.now(tx.db);
      const by = { actor: { kind: "person", personId: asker.id } as const, via: caller.via, at, commandId, step: null };
      const recordType = house.types.get(type);
      assertAllowed((await recordType.mayDelete?.(before, writeContext(tx, by, writeRecord))) ?? []);
      await sql`
      UPDATE ${sql.table(recordType.table)}
      SET deleted_at = ${at}, updated_at = ${at}, updated_by = ${asker.id}, version = version + 1 WHERE id = ${id}`.execute(
        tx.db,
      );
      const after = { ...before, version: before.version + 1, fields: { ...before.fields, deletedAt: at } };
      tellOf(tx, after, { action: "delete", detail: {}, by });
      return committed(after, null);
    },
  );
