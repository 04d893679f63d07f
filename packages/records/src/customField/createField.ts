import { isCustomFieldKey, MOST_CUSTOM_FIELDS, readFieldSettings, settingProblem } from "@sluice/domain";
import { assertAllowed, problem, Refusal } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { newId } from "../transaction/newId.ts";
import { assertFieldKeeper, fieldWritten, typeWithFields } from "./fieldCommand.ts";

type Input = Command & {
  readonly recordType: string;
  readonly key: string;
  readonly settings: Readonly<Record<string, Json>>;
};

/**
 * Adds a field to a record type. From its commit on every form, list, condition, import and API call of every server knows it.
 *
 * @problem NOT_ALLOWED - only admins do
 * @problem INPUT_INVALID - the key or a setting is not what it must be
 * @problem DUPLICATE - the record type has a field of that key, put away or not
 * @problem FIELDS_TOO_MANY - it has as many as it may
 */
export const createField = (
  house: House,
  { commandId, recordType, key, settings: given }: Input,
  caller: Caller,
): Promise<Committed> =>
  runCommand(
    house,
    {
      name: "create field",
      commandId,
      input: { recordType, key, settings: given },
      caller,
      fields: "alone",
      about: { recordType: "field" },
    },
    async (tx, { asker }) => {
      assertFieldKeeper(asker);
      const { schema, table } = typeWithFields(tx, recordType);
      const world = { recordTypes: house.types.all.map((it) => it.schema.type) };
      const { problems, settings } = readFieldSettings(given, schema, world);
      assertAllowed([...(isCustomFieldKey(key) ? [] : [settingProblem("key", "badKey")]), ...problems]);
      const kept = await tx.db.selectFrom("field").select("key").where("record_type", "=", recordType).execute();
      if (kept.some((it) => it.key === key)) throw new Refusal([problem("DUPLICATE", { field: "key", value: key })]);
      if (kept.length >= MOST_CUSTOM_FIELDS)
        throw new Refusal([problem("FIELDS_TOO_MANY", { limit: MOST_CUSTOM_FIELDS })]);
      const [id, at] = [newId(), await house.clock.now(tx.db)];
      await tx.db
        .insertInto("field")
        .values({
          id,
          record_type: recordType,
          record_table: table,
          key,
          settings: JSON.stringify(settings),
          index_state: settings?.filterable === true ? "wanted" : "none",
          created_at: at,
          created_by: asker.id,
          updated_at: at,
          updated_by: asker.id,
        })
        .execute();
      const detail = { type: recordType, key, settings: settings as unknown as Json };
      return fieldWritten(tx, { id, version: 1, action: "field added", caller, commandId, at, detail });
    },
  );
