import { problem, Refusal } from "@sluice/problems";
import { sql, type Kysely } from "kysely";
import type { Caller } from "../door.ts";
import type { DB } from "../generated/database.ts";
import type { BulkDeed, BulkTarget } from "./bulkAct.ts";

/** How far it is: cases are left, none is, or an admin did not want the rest. */
export type BulkStatus = "running" | "done" | "cancelled";

/** A bulk act, as it is kept. */
export interface BulkRow {
  readonly id: string;
  readonly process_key: string;
  readonly target: BulkTarget;
  readonly act: BulkDeed;
  readonly reason: string;
  readonly status: BulkStatus;
  readonly person_id: string;
  readonly via: Caller["via"];
  readonly started_at: string;
  readonly ended_at: string | null;
}

/**
 * A bulk act as it stands.
 *
 * @problem NOT_FOUND - there is none of this id
 */
export const bulkRow = async (db: Kysely<DB>, id: string): Promise<BulkRow> => {
  const { rows } = await sql<BulkRow>`SELECT * FROM bulk_act WHERE id = ${id}`.execute(db);
  if (rows[0] === undefined) throw new Refusal([problem("NOT_FOUND", { recordType: "bulkAct" })]);
  return rows[0];
};
