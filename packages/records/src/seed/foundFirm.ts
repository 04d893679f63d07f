import type { Language } from "@sluice/problems";
import type { House } from "../house.ts";
import { rowCommandId } from "../import/rowCommandId.ts";
import { newId } from "../transaction/newId.ts";
import { runTransaction } from "../transaction/runTransaction.ts";
import { demoCalendar } from "./demoCalendar.ts";

export interface Founding {
  readonly firm: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** The first admin has always this id, so two foundings at once make one. */
const FIRST_ADMIN = rowCommandId("founding", "first admin");

/**
 * Founds the firm of an install: its department, a working calendar, and its first admin, who makes all others.
 *
 * Answers the admin's id, or null where there is anybody already: the first person is made once, by whoever holds the database.
 */
export const foundFirm = (house: House, { firm, name, email, language }: Founding): Promise<string | null> =>
  runTransaction(house, async (tx) => {
    const anybody = await tx.db.selectFrom("person").select("id").limit(1).executeTakeFirst();
    if (anybody !== undefined) return null;
    const departmentId = newId();
    const made = await tx.db
      .insertInto("person")
      .values({ id: FIRST_ADMIN, name, email, roles: ["admin"], department_id: departmentId, language })
      .onConflict((it) => it.doNothing())
      .returning("id")
      .executeTakeFirst();
    if (made === undefined) return null;
    await tx.db
      .insertInto("department")
      .values({ id: departmentId, name: JSON.stringify({ en: firm, zh: firm }), path: [departmentId] })
      .execute();
    await tx.db
      .insertInto("calendar")
      .values({ id: newId(), settings: JSON.stringify(demoCalendar) })
      .execute();
    tx.audit.push({
      at: await house.clock.now(tx.db),
      actor: { kind: "person", personId: FIRST_ADMIN },
      via: "founding",
      action: "created",
      recordType: "person",
      recordId: FIRST_ADMIN,
      caseId: null,
      seq: null,
      commandId: null,
      detail: { roles: ["admin"] },
    });
    return FIRST_ADMIN;
  });
