import { readLayout } from "@sluice/domain";
import { assertAllowed, problem, Refusal } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { runCommand } from "../command/runCommand.ts";
import { assertFieldKeeper, typeWithFields } from "../customField/fieldCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";

type Input = Command & {
  readonly recordType: string;
  /** Whom it is for; null for everybody who has none of their own. */
  readonly role: string | null;
  /** The version that was edited, 0 where there was none. */
  readonly version: number;
  /** Null takes the usual layout again. */
  readonly layout: Readonly<Record<string, Json>> | null;
};

/**
 * Lays out the page and the form of a record type, for everybody or for one role.
 *
 * Two who save the same one: the second is told, and nothing of theirs is half saved.
 *
 * @problem NOT_ALLOWED - only admins do
 * @problem VERSION_CONFLICT - another admin saved it meanwhile
 * @problem INPUT_INVALID - a section has no name, or a field is unknown, stands twice, or cannot be hidden
 * @problem REFERENCE_MISSING - there is no such role
 */
export const saveLayout = (
  house: House,
  { commandId, recordType, role, version, layout: given }: Input,
  caller: Caller,
): Promise<Committed> =>
  runCommand(
    house,
    { name: "save layout", commandId, input: { recordType, role, version, layout: given }, caller },
    async (tx, { asker }) => {
      assertFieldKeeper(asker);
      const { schema } = typeWithFields(tx, recordType);
      if (
        role !== null &&
        (await tx.db.selectFrom("role").select("key").where("key", "=", role).executeTakeFirst()) === undefined
      )
        throw new Refusal([problem("REFERENCE_MISSING", { field: "role" })]);
      const read = given === null ? { problems: [], layout: null } : readLayout(given, schema);
      assertAllowed(read.problems);
      const at = await house.clock.now(tx.db);
      const key = { record_type: recordType, role: role ?? "" };
      const { sections = [], hidden = [] } = read.layout ?? {};
      const values = {
        sections: JSON.stringify(sections),
        hidden: [...hidden],
        version: version + 1,
        updated_at: at,
        updated_by: asker.id,
      };
      await tx.db
        .insertInto("layout")
        .values({ ...key, ...values, version: 0, sections: "[]" })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const kept = await tx.db
        .selectFrom("layout")
        .select("version")
        .where("record_type", "=", key.record_type)
        .where("role", "=", key.role)
        .forUpdate()
        .executeTakeFirstOrThrow();
      if (kept.version !== version)
        throw new Refusal([problem("VERSION_CONFLICT", { current: kept.version, yours: version })]);
      await tx.db
        .updateTable("layout")
        .set(values)
        .where("record_type", "=", key.record_type)
        .where("role", "=", key.role)
        .execute();
      tx.audit.push({
        at,
        actor: { kind: "person", personId: caller.personId },
        via: caller.via,
        action: "layout saved",
        recordType: "layout",
        recordId: null,
        caseId: null,
        seq: null,
        commandId,
        detail: { type: recordType, role, layout: { sections: sections as unknown as Json, hidden: [...hidden] } },
      });
      tx.changes.push({ type: "layout", id: recordType, version: version + 1 });
      return { caseId: null, seq: null, recordType: "layout", recordId: null, version: version + 1 };
    },
  );
