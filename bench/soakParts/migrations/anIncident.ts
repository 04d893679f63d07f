import { randomUUID } from "node:crypto";
import type { FirmOn } from "../../benchParts/ground/aFirmOn.ts";

/** Has the last two vote in a case that this migration moved: nobody is there for the step that its new version has next. */
export const anIncident = async (firm: FirmOn, migration: string): Promise<string> => {
  const { rows } = await firm.pool.query<{ caseId: string; ids: string[] }>(
    `SELECT t.case_id AS "caseId", array_agg(t.id::text ORDER BY p.email) AS ids FROM task t
     JOIN case_migration_case m ON m.case_id = t.case_id AND m.migration_id = $1 JOIN person p ON p.id = t.assignee_id
     WHERE t.node = 'judgement' AND t.status = 'open' GROUP BY 1 HAVING count(*) = 2 ORDER BY 1 LIMIT 1`,
    [migration],
  );
  const [found] = rows;
  if (found === undefined) throw new Error("no case with a vote in has moved");
  for (const [index, who] of (["tom", "wang"] as const).entries())
    await firm.door.actOnTask(
      { commandId: randomUUID(), taskId: String(found.ids[index]), act: { do: "approve" } },
      firm.as(who),
    );
  return found.caseId;
};

/** Skips what the incident holds up. */
export const clearIncident = async (firm: FirmOn, caseId: string): Promise<void> => {
  const { rows } = await firm.pool.query<{ key: string }>(
    "SELECT key FROM incident WHERE case_id = $1 AND cleared_at IS NULL",
    [caseId],
  );
  const act = { do: "skip", incident: String(rows[0]?.key) } as const;
  await firm.door.intervene({ commandId: randomUUID(), caseId, act, reason: "nobody is needed" }, firm.as("mei"));
};
