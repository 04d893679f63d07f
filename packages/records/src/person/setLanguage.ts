import type { Language } from "@sluice/problems";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { personWritten } from "./writePerson.ts";

/** Keeps the language in which a person wants to be spoken to. Their own wish: no right is needed. */
export const setLanguage = (
  house: House,
  { commandId, language }: Command & { readonly language: Language },
  caller: Caller,
): Promise<Committed> =>
  runCommand(house, { name: "set language", commandId, input: { language }, caller }, async (tx, { asker }) => {
    const at = await house.clock.now(tx.db);
    const { version } = await tx.db
      .updateTable("person")
      .set((of) => ({ language, updated_at: at, version: of("version", "+", 1) }))
      .where("id", "=", asker.id)
      .returning("version")
      .executeTakeFirstOrThrow();
    return personWritten(tx, {
      id: asker.id,
      version,
      action: "changed",
      caller,
      commandId,
      at,
      detail: { fields: ["language"] },
    });
  });
