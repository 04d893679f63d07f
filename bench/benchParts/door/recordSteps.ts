import { randomUUID } from "node:crypto";
import { createDoor, createPool } from "@sluice/records";
import type { FirmOn } from "../ground/aFirmOn.ts";
import { listenTo, type Statement } from "../ground/listen.ts";

/** Everything that a command sends, from BEGIN to COMMIT. */
export type RecordedStep = readonly Statement[];

/** What a quote's rep and her manager do with it over and over: it is submitted, and sent back to its draft. */
export const CYCLE = ["submit", "reject"] as const;

/**
 * Takes one quote through so many cycles, and answers what the door really sent for each step. The first cycle is not among
 * them: a door that has just been opened reads the process first.
 */
export const recordSteps = async (firm: FirmOn, caseId: string, cycles: number): Promise<readonly RecordedStep[]> => {
  const pool = createPool(firm.db.url, { size: 1 });
  const heard = listenTo(pool);
  const { door } = createDoor({ pool });
  const steps: RecordedStep[] = [];
  try {
    for (let cycle = 0; cycle <= cycles; cycle += 1) {
      await door.moveCase({ commandId: randomUUID(), caseId, move: "submit" }, firm.as("chen"));
      steps.push(heard.splice(0));
      const { rows } = await firm.pool.query<{ id: string }>(
        "SELECT id FROM task WHERE case_id = $1 AND status = 'open'",
        [caseId],
      );
      const taskId = String(rows[0]?.id);
      const reject = { commandId: randomUUID(), taskId, act: { do: "reject" as const }, comment: "Too deep." };
      await door.actOnTask(reject, firm.as("wang"));
      steps.push(heard.splice(0));
    }
  } finally {
    await pool.end();
  }
  return steps.slice(CYCLE.length);
};
