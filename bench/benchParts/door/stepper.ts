import { randomUUID } from "node:crypto";
import { createPool } from "@sluice/records";
import type pg from "pg";
import type { TestDatabase } from "../../../test/support/aDatabase.ts";
import type { FirmOn } from "../ground/aFirmOn.ts";
import { movedId, movedText } from "./moved.ts";
import type { RecordedStep } from "./recordSteps.ts";

/** Takes the next step of the n-th quote; `answered` is called when the person would have their answer. */
export type Stepper = (copy: number, answered: () => void) => Promise<void>;

/** The steps as people take them, through the door. Their tasks are looked up aside, as an inbox does. */
export const doorStepper = (firm: FirmOn, caseId: string, inbox: pg.Pool): Stepper => {
  const taskOf = new Map<number, string>();
  const [rep, manager] = [firm.as("chen"), firm.as("wang")];
  return async (copy, answered) => {
    const commandId = randomUUID();
    const id = movedId(caseId, copy);
    const taskId = taskOf.get(copy);
    if (taskId === undefined) {
      await firm.door.moveCase({ commandId, caseId: id, move: "submit" }, rep);
      answered();
      const { rows } = await inbox.query<{ id: string }>("SELECT id FROM task WHERE case_id = $1 AND status = 'open'", [
        id,
      ]);
      taskOf.set(copy, String(rows[0]?.id));
      return;
    }
    await firm.door.actOnTask({ commandId, taskId, act: { do: "reject" }, comment: "Too deep." }, manager);
    answered();
    taskOf.delete(copy);
  };
};

/** The same statements with the same data in the same round trips, and nothing else: what the door is measured against. */
export const bareStepper = (
  db: TestDatabase,
  steps: readonly RecordedStep[],
  shared: ReadonlySet<string>,
): { readonly step: Stepper; readonly close: () => Promise<void> } => {
  const pool = createPool(db.url);
  const taken = new Map<number, number>();
  const valueOf = (value: unknown, copy: number): unknown => {
    if (typeof value === "string") return movedText(value, copy, shared);
    return Array.isArray(value) ? value.map((each) => valueOf(each, copy)) : value;
  };
  const step: Stepper = async (copy, answered) => {
    const next = taken.get(copy) ?? 0;
    const statements = steps[next];
    if (statements === undefined) throw new Error(`more than ${steps.length} steps of one quote`);
    taken.set(copy, next + 1);
    const client = await pool.connect();
    try {
      for (const { text, values } of statements)
        await (values === null
          ? client.query(text)
          : client.query(
              text,
              values.map((value) => valueOf(value, copy)),
            ));
    } finally {
      client.release();
    }
    answered();
  };
  return { step, close: () => pool.end() };
};
