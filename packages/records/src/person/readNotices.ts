import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";

/** Marks a person's notices up to `until`, the instant of the newest one they were shown, as read. Later ones stay unread. */
export const readNotices = (
  house: House,
  { commandId, until }: Command & { readonly until: string },
  caller: Caller,
): Promise<Committed> =>
  runCommand(house, { name: "read notices", commandId, input: { until }, caller }, async (tx, { asker }) => {
    const at = await house.clock.now(tx.db);
    const read = await tx.db
      .updateTable("notice")
      .set({ read_at: at })
      .where("person_id", "=", asker.id)
      .where("read_at", "is", null)
      .where("at", "<=", until)
      .returning("id")
      .execute();
    const [first] = read;
    if (first !== undefined) tx.changes.push({ type: "notice", id: first.id, version: 2 });
    return { caseId: null, seq: null, recordType: null, recordId: null, version: null };
  });
