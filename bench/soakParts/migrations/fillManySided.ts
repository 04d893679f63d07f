import { randomUUID } from "node:crypto";
import pg from "pg";
import type { TestDatabase } from "../../../test/support/aDatabase.ts";
import { aFirm, type StaffName, type TestFirm } from "../../../test/support/aFirm.ts";
import { publishAhead } from "../../../test/support/publishAhead.ts";
import { movedText } from "../../benchParts/door/moved.ts";
import { sharedIds } from "../../benchParts/door/multiply.ts";
import { originalOf, writeRows, type Original } from "../../benchParts/ground/copyRows.ts";
import { above, manySided, manySidedOfNow, SIDES, under } from "./manySided.ts";

/** So many cases are told through the door; all others are copies of them, with rows of their own. */
const TOLD = 40;
const BATCH = 25;

/** Where the rows of a case stand. $1 the cases. */
const PLACES = [
  { table: "case", test: "id = ANY ($1)" },
  { table: "case_event", test: "case_id = ANY ($1)" },
  { table: "stay", test: "case_id = ANY ($1)" },
  { table: "task", test: "case_id = ANY ($1)" },
  { table: "task_candidate", test: "task_id IN (SELECT id FROM task WHERE case_id = ANY ($1))" },
  { table: "decision", test: "case_id = ANY ($1)" },
  { table: "milestone", test: "case_id = ANY ($1)" },
  { table: "case_watch", test: "case_id = ANY ($1)" },
] as const;

/** What has happened to a case of this side before it is taken over. */
const HAPPENED: Readonly<
  Record<string, { readonly node: string; readonly by: StaffName; readonly acts: readonly unknown[] }>
> = {
  A: { node: "pack", by: "chen", acts: [{ do: "claim" }, { do: "complete", outcome: "packed" }] },
  B: { node: "verdict", by: "zhao", acts: [{ do: "approve" }] },
};

const tell = async (firm: TestFirm, index: number): Promise<void> => {
  const isUnder = index % 4 === 3;
  const grade = String(isUnder ? SIDES[index % 2] : SIDES[index % 4]);
  const recordId = await firm.aCustomer({ name: `Customer ${index}`, grade });
  const process = isUnder ? "above" : "manySided";
  const command = { commandId: randomUUID(), process, recordType: "customer", recordId };
  await firm.door.startCase(command, firm.as("chen"));
  await firm.settle();
  const happened = HAPPENED[grade];
  if (happened === undefined) return;
  const [task] = await firm.rows<{ id: string }>(
    `SELECT t.id FROM task t JOIN "case" c ON c.id = t.case_id
     WHERE c.record_id = $1 AND t.node = $2 AND (t.kind = 'task' OR t.assignee_id = $3)`,
    [recordId, happened.node, firm.people[happened.by]],
  );
  for (const act of happened.acts)
    await firm.door.actOnTask(
      { commandId: randomUUID(), taskId: String(task?.id), act: act as never },
      firm.as(happened.by),
    );
  await firm.settle();
};

const multiply = async (db: TestDatabase, copies: number): Promise<void> => {
  const client = new pg.Client({ connectionString: db.superuserUrl });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    const { rows } = await client.query<{ ids: string[] }>('SELECT array_agg(id) AS ids FROM "case"');
    const originals: Original[] = [];
    for (const place of PLACES) originals.push(await originalOf(client, place, [rows[0]?.ids ?? []]));
    const shared = await sharedIds(client);
    for (let from = 1; from <= copies; from += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, copies - from + 1) }, (_, index) => from + index);
      for (const original of originals)
        await writeRows(
          client,
          original,
          batch.map((copy) => movedText(original.json, copy, shared)),
        );
    }
  } finally {
    await client.end();
  }
};

/** Fills a database with a firm that has so many many-sided cases under way, and a new version for them. */
export const fillManySided = async (db: TestDatabase, count: number): Promise<void> => {
  const firm = await aFirm({ db });
  await firm.publish(under, manySided, above);
  await publishAhead(firm, manySidedOfNow);
  for (let index = 0; index < TOLD; index += 1) await tell(firm, index);
  await firm.pool.end();
  await multiply(db, Math.ceil(count / TOLD) - 1);
};
