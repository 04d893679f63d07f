import { problem, Refusal } from "@sluice/problems";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { personWritten } from "./writePerson.ts";

/**
 * Ends an API key at once: the caller's own, or as an admin anybody's.
 *
 * @problem NOT_FOUND - there is no such key, or it is somebody else's
 */
export const revokeApiKey = (
  house: House,
  { commandId, id }: Command & { readonly id: string },
  caller: Caller,
): Promise<Committed> =>
  runCommand(house, { name: "revoke api key", commandId, input: { id }, caller }, async (tx, { asker }) => {
    const ended = await tx.db
      .deleteFrom("auth_apikey")
      .where("id", "=", id)
      .$if(!asker.roles.includes("admin"), (query) => query.where("reference_id", "=", asker.id))
      .returning("reference_id")
      .executeTakeFirst();
    if (ended === undefined) throw new Refusal([problem("NOT_FOUND", { recordType: "API key" })]);
    const { version } = await tx.db
      .selectFrom("person")
      .select("version")
      .where("id", "=", ended.reference_id)
      .executeTakeFirstOrThrow();
    const at = await house.clock.now(tx.db);
    return personWritten(tx, {
      id: ended.reference_id,
      version,
      action: "apiKeyRevoked",
      caller,
      commandId,
      at,
      detail: { apiKey: id },
    });
  });
