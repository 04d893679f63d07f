import { assertAllowed, problem, Refusal } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { sql, type Selectable } from "kysely";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { DB } from "../generated/database.ts";
import type { House } from "../house.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { personColumns, type PersonFields, readPersonFields } from "./personFields.ts";
import { assertAdmin, assertReferences, personWritten } from "./writePerson.ts";

type Input = Command & {
  readonly id: string;
  readonly version: number;
  readonly fields: Readonly<Record<string, Json>>;
};

/** Ends every session and key of somebody who leaves. */
const endAccess = async (tx: DoorTransaction, personId: string): Promise<void> => {
  await tx.db.deleteFrom("auth_session").where("user_id", "=", personId).execute();
  await tx.db.deleteFrom("auth_apikey").where("reference_id", "=", personId).execute();
};

type Row = Pick<
  Selectable<DB["person"]>,
  "roles" | "post" | "department_id" | "manager_id" | "active" | "absent_from" | "absent_until" | "deputy_id"
>;

/** What decides on work and was otherwise before: with it the trail can tell who was who at any instant. Names stay out of it. */
const wasOf = (row: Row, changed: PersonFields): Readonly<Record<string, Json>> => {
  const { absent_from: from, absent_until: until, deputy_id: deputyId } = row;
  const was = {
    roles: row.roles,
    post: row.post,
    departmentId: row.department_id,
    managerId: row.manager_id,
    active: row.active,
    absent: from === null ? null : { from, until, deputyId },
  };
  return Object.fromEntries(Object.entries(was).filter(([field]) => field in changed));
};

/** The last admin stays one: without any nobody could ever make another. */
const assertAdminLeft = async (
  tx: DoorTransaction,
  personId: string,
  { active, roles }: PersonFields,
): Promise<void> => {
  if (active !== false && roles?.includes("admin") !== false) return;
  const others = await tx.db
    .selectFrom("person")
    .select("id")
    .where("active", "=", true)
    .where("id", "<>", personId)
    .where(sql<boolean>`roles @> ARRAY['admin']`)
    .forShare()
    .execute();
  const was = await tx.db.selectFrom("person").select("roles").where("id", "=", personId).executeTakeFirst();
  if (was?.roles.includes("admin") === true && others.length === 0) {
    throw new Refusal([problem("NOT_ALLOWED", { action: "remove the last admin", recordType: "person" })]);
  }
};

/**
 * Changes a person. Deactivating one takes the row for update, as giving them work takes it for share, so no task is given to
 * someone just leaving; their sessions and keys end in the same transaction.
 *
 * @problem NOT_ALLOWED - only admins do, and the last of them stays one
 * @problem VERSION_CONFLICT - someone changed them meanwhile
 */
export const patchPerson = (
  house: House,
  { commandId, id, version, fields: given }: Input,
  caller: Caller,
): Promise<Committed> =>
  runCommand(
    house,
    {
      name: "patch person",
      commandId,
      input: { id, version, fields: given },
      caller,
      about: { recordType: "person", recordId: id },
    },
    async (tx, { asker }) => {
      assertAdmin(asker);
      const { fields, problems } = readPersonFields(given);
      assertAllowed(problems);
      const before = await tx.db.selectFrom("person").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
      if (before === undefined) throw new Refusal([problem("NOT_FOUND", { recordType: "person" })]);
      if (before.version !== version)
        throw new Refusal([problem("VERSION_CONFLICT", { current: before.version, yours: version })]);
      await assertReferences(tx, fields);
      await assertAdminLeft(tx, id, fields);
      const at = await house.clock.now(tx.db);
      const leaves = before.active && fields.active === false;
      await tx.db
        .updateTable("person")
        .set({
          ...personColumns(fields),
          version: version + 1,
          updated_at: at,
          ...(leaves ? { deactivated_at: at } : {}),
          ...(fields.active === true ? { deactivated_at: null } : {}),
        })
        .where("id", "=", id)
        .execute();
      if (leaves) await endAccess(tx, id);
      const changed = Object.keys(fields);
      return personWritten(tx, {
        id,
        version: version + 1,
        action: leaves ? "deactivated" : "changed",
        caller,
        commandId,
        at,
        detail: { fields: changed, was: wasOf(before, fields) },
      });
    },
  );
