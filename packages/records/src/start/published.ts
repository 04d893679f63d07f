import type { Json } from "@sluice/process";
import { sql } from "kysely";
import type { PublishedProcess } from "../case/caseToBe.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

/** A published side process, and what it is about. */
export interface StartableProcess extends PublishedProcess {
  readonly recordType: string;
  readonly departmentId: string | null;
}

/** What the start of a process listens to: the kind of trigger, and the setting that names it. */
export type Listened =
  | { readonly on: "message"; readonly message: string }
  | { readonly on: "webhook"; readonly hook: string };

/** The published side processes whose start listens to this, in the order of their keys. */
export const listenersTo = async (
  tx: Pick<DoorTransaction, "db">,
  listened: Listened,
): Promise<readonly StartableProcess[]> => {
  const trigger = JSON.stringify({ nodes: [{ kind: "start", trigger: listened }] });
  const { rows } = await sql<StartableProcess>`
    SELECT p.key, p.kind, v.version, v.hash, p.record_type AS "recordType", p.department_id AS "departmentId"
    FROM process p
    JOIN process_version v ON v.process_key = p.key AND v.version = p.published_version
    WHERE p.kind = 'side' AND v.definition @> ${trigger}::jsonb
    ORDER BY p.key`.execute(tx.db);
  return rows;
};

/** Whether a process is there for the records of this department: its own and those below, or the whole firm's. */
export const isForDepartment = async (
  tx: Pick<DoorTransaction, "db">,
  { departmentId }: Pick<StartableProcess, "departmentId">,
  department: Json,
): Promise<boolean> => {
  if (departmentId === null) return true;
  if (typeof department !== "string") return false;
  const { rows } = await sql<{ within: boolean }>`
    SELECT ${departmentId}::uuid = ANY (path) AS within FROM department WHERE id = ${department}`.execute(tx.db);
  return rows[0]?.within ?? false;
};
