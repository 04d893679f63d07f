import { caseFilter, type Reads } from "@sluice/records";
import { type RawBuilder, sql } from "kysely";
import type { LiveFilter } from "./processShapes.ts";

/**
 * The SQL test for the stays of the cases of a filter, as their records say today. The table `stay` is in scope; without a filter
 * no case is looked at.
 */
export const ofFilter = async (reads: Reads, key: string, filter: LiveFilter): Promise<RawBuilder<boolean>> => {
  if (Object.values(filter).every((value) => value === undefined)) return sql<boolean>`true`;
  const fits = await caseFilter(reads, { key, alias: "of_stay" }, filter);
  return sql<boolean>`EXISTS (SELECT FROM "case" AS of_stay WHERE of_stay.id = stay.case_id AND ${fits})`;
};
