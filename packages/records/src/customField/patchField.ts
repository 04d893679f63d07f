import { fieldChangeProblems, readFieldSettings, type CustomFieldSettings } from "@sluice/domain";
import { assertAllowed, problem, Refusal } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { sql } from "kysely";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { assertFieldKeeper, fieldWritten, typeWithFields, valuesOf } from "./fieldCommand.ts";
import { putAwayProblems, usesOfField } from "./fieldUse.ts";

type Input = Command & {
  readonly id: string;
  readonly version: number;
  /** All of its settings, as they are to be; left out: as they were. */
  readonly settings?: Readonly<Record<string, Json>>;
  /** Put away, or taken up again; left out: as it was. */
  readonly archived?: boolean;
};

const isIndexed = (settings: CustomFieldSettings, archived: boolean): boolean =>
  settings.filterable === true && !archived;

/** Lists need another index where another type is read from the column. */
const indexState = (
  was: string,
  { before, after, archived }: { before: CustomFieldSettings; after: CustomFieldSettings; archived: boolean },
): string => {
  if (!isIndexed(after, archived)) return was === "none" ? "none" : "unwanted";
  return was === "built" && before.type === after.type ? "built" : "wanted";
};

/** No longer unique: the values are anybody's. What holds one keeps it; a field that becomes unique holds none yet. */
const freeValues = (tx: DoorTransaction, recordType: string, key: string) =>
  sql`DELETE FROM field_value WHERE record_type = ${recordType} AND key = ${key}`.execute(tx.db);

/**
 * Changes what is said of a field, puts it away or takes it up again. What records hold of it is never touched.
 *
 * @problem NOT_ALLOWED - only admins do
 * @problem VERSION_CONFLICT - another admin changed it meanwhile
 * @problem FIELD_HAS_VALUES - what the stored values mean would change
 * @problem FIELD_IN_USE - it would be put away, and a process in force speaks of it
 * @problem INPUT_INVALID - a setting is not what it must be
 */
export const patchField = (
  house: House,
  { commandId, id, version, settings: given, archived: putAway }: Input,
  caller: Caller,
): Promise<Committed> =>
  runCommand(
    house,
    {
      name: "patch field",
      commandId,
      input: { id, version, settings: given ?? null, archived: putAway ?? null },
      caller,
      fields: "alone",
      about: { recordType: "field", recordId: id },
    },
    async (tx, { asker }) => {
      assertFieldKeeper(asker);
      const row = await tx.db.selectFrom("field").selectAll().where("id", "=", id).executeTakeFirst();
      if (row === undefined) throw new Refusal([problem("NOT_FOUND", { recordType: "field" })]);
      if (row.version !== version)
        throw new Refusal([problem("VERSION_CONFLICT", { current: row.version, yours: version })]);
      const type = typeWithFields(tx, row.record_type);
      const before = row.settings as CustomFieldSettings;
      const world = { recordTypes: house.types.all.map((it) => it.schema.type) };
      const read =
        given === undefined ? { problems: [], settings: before } : readFieldSettings(given, type.schema, world);
      assertAllowed(read.problems);
      const after = read.settings ?? before;
      // Records are counted only where it matters how many hold a value.
      if (given !== undefined && fieldChangeProblems(before, after, 1).length > 0)
        assertAllowed(fieldChangeProblems(before, after, await valuesOf(tx, type, row.key)));
      const archived = putAway ?? row.archived;
      if (archived && !row.archived)
        assertAllowed(
          putAwayProblems(await usesOfField(tx.db, tx.house, { recordType: row.record_type, key: row.key })),
        );
      const at = await house.clock.now(tx.db);
      if (before.unique === true && after.unique !== true) await freeValues(tx, row.record_type, row.key);
      await tx.db
        .updateTable("field")
        .set({
          settings: JSON.stringify(after),
          archived,
          index_state: indexState(row.index_state, { before, after, archived }),
          version: version + 1,
          updated_at: at,
          updated_by: asker.id,
        })
        .where("id", "=", id)
        .execute();
      const action = archived === row.archived ? "field changed" : archived ? "field put away" : "field taken up again";
      const detail = {
        type: row.record_type,
        key: row.key,
        from: before as unknown as Json,
        to: after as unknown as Json,
      };
      return fieldWritten(tx, { id, version: version + 1, action, caller, commandId, at, detail });
    },
  );
