import type { Language } from "@sluice/problems";
import type { DB } from "@sluice/records";
import type { Kysely } from "kysely";
import { textIn } from "../shape/textIn.ts";

/** The firm's name: that of the department at the top of the tree. */
export const firmName = async (db: Kysely<DB>, language: Language): Promise<string> => {
  const top = await db
    .selectFrom("department")
    .select("name")
    .where("parent_id", "is", null)
    .orderBy("created_at")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return textIn(top?.name, language, "Sluice");
};
