import { assertAllowed, problem } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { newId } from "../transaction/newId.ts";
import { personColumns, readPersonFields } from "./personFields.ts";
import { assertAdmin, assertReferences, personWritten } from "./writePerson.ts";

/**
 * Adds a person to the firm. Their account is better-auth's and is made under the same id by the server.
 *
 * @problem NOT_ALLOWED - only admins do
 * @problem REQUIRED_FIELD - without name, e-mail and department nobody is anybody
 * @problem DUPLICATE - the e-mail is somebody's
 */
export const createPerson = (
  house: House,
  { commandId, fields: given }: Command & { readonly fields: Readonly<Record<string, Json>> },
  caller: Caller,
): Promise<Committed> =>
  runCommand(
    house,
    { name: "create person", commandId, input: { fields: given }, caller, about: { recordType: "person" } },
    async (tx, { asker }) => {
      assertAdmin(asker);
      const { fields, problems } = readPersonFields(given);
      const missing = (["name", "email", "departmentId"] as const).filter((field) => given[field] === undefined);
      assertAllowed([...problems, ...missing.map((field) => problem("REQUIRED_FIELD", { field }))]);
      await assertReferences(tx, fields);
      const { name = "", email = "", departmentId = "" } = fields;
      const id = newId();
      const at = await house.clock.now(tx.db);
      await tx.db
        .insertInto("person")
        .values({
          roles: [],
          ...personColumns(fields),
          id,
          name,
          email,
          department_id: departmentId,
          created_at: at,
          updated_at: at,
        })
        .execute();
      return personWritten(tx, {
        id,
        version: 1,
        action: "created",
        caller,
        commandId,
        at,
        detail: { roles: fields.roles ?? [] },
      });
    },
  );
