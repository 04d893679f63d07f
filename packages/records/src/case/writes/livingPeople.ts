import { problem, Refusal } from "@sluice/problems";
import { sql } from "kysely";
import { Restart } from "../../transaction/restart.ts";
import type { WriteStep } from "./writeStep.ts";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

/**
 * Makes sure that nobody who is just leaving is given work: their rows are held until the commit, and leaving waits for that.
 *
 * Who left since the rules were asked makes the step be taken again; who was named by a person refuses it.
 *
 * @problem PERSON_INACTIVE - someone the mover named is no longer active
 */
export const holdPeople = async ({ tx, personId }: WriteStep, people: readonly string[]): Promise<void> => {
  if (people.length === 0) return;
  const { rows } = await sql<Row>`
    SELECT id, name, active FROM person WHERE id = ANY (${people}::uuid[]) ORDER BY id FOR KEY SHARE`.execute(tx.db);
  const gone = rows.filter((row) => !row.active);
  if (gone.length === 0) return;
  if (personId === null) throw new Restart("someone left while work was given to them", []);
  throw new Refusal(gone.map((row) => problem("PERSON_INACTIVE", { name: row.name })));
};
