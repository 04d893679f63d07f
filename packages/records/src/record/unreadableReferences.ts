import { problem, type Problem } from "@sluice/problems";
import { sql } from "kysely";
import type { Asker } from "../person/asker.ts";
import type { RecordType } from "../registry/recordType.ts";
import type { Fields } from "../registry/storedRecord.ts";
import { abilityOf } from "../rights/abilityOf.ts";
import { rightsToSql } from "../rights/toSql.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { pointersIn } from "./missingReferences.ts";

/** Everybody knows the people and departments of the firm. */
const KNOWN_TO_ALL = new Set(["person", "department"]);

/**
 * Which of the references that a person writes point at records they may not read: nobody hangs a quote on a customer, or a
 * cost sheet on a quote, that is not theirs to see.
 *
 * @problem REFERENCE_MISSING - the same answer as for a record that is not there
 */
export const unreadableReferences = async (
  tx: DoorTransaction,
  asker: Asker,
  { type, values }: { readonly type: RecordType; readonly values: Fields },
): Promise<readonly Problem[]> => {
  const pointers = pointersIn(type.schema.fields, values).filter((it) => !KNOWN_TO_ALL.has(it.type));
  const ability = abilityOf(tx.house.rights, asker);
  const readable = new Set<string>();
  for (const target of new Set(pointers.map((it) => it.type))) {
    const found = tx.house.types.find(target);
    if (found === null) continue;
    const ids = pointers.filter((it) => it.type === target).map((it) => it.id);
    const { rows } = await sql<{ id: string }>`
      SELECT it.id FROM ${sql.table(found.table)} AS it
      WHERE it.id = ANY (${ids}::uuid[]) AND ${rightsToSql(ability, "read", { type: found, alias: "it" })}`.execute(
      tx.db,
    );
    for (const row of rows) readable.add(`${target}:${row.id}`);
  }
  return pointers
    .filter((it) => tx.house.types.find(it.type) !== null && !readable.has(`${it.type}:${it.id}`))
    .map((it) => problem("REFERENCE_MISSING", { field: it.path }));
};
