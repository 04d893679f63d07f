import type { DB } from "@sluice/records";
import { type Kysely, sql } from "kysely";
import type { RecordLock } from "./recordShapes.ts";

/** What holds a record while people decide on it: who they are, in which case, and the fields that stay open; null when nothing does. */
export const lockOf = async (db: Kysely<DB>, type: string, id: string): Promise<RecordLock | null> => {
  const { rows } = await sql<{ case_id: string; except: string[]; approvers: string[] | null }>`
    select lock.case_id, lock.except, (
      select array_agg(distinct person.name) from task join person on person.id = any (task.people)
      where task.case_id = lock.case_id and task.status = 'open'
    ) as approvers
    from record_lock as lock where lock.record_type = ${type} and lock.record_id = ${id}`.execute(db);
  const [first] = rows;
  if (first === undefined) return null;
  return {
    caseId: first.case_id,
    approvers: [...new Set(rows.flatMap((row) => row.approvers ?? []))],
    except: first.except.filter((path) => rows.every((row) => row.except.includes(path))),
  };
};
