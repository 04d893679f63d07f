import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { errand } from "../support/processes.ts";

const HOUR_MS = 3_600_000;

describe("a case that stands still", () => {
  let firm: TestFirm;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(errand);
  });
  afterAll(() => firm.close());

  it("is due later by as long as it stood, for whoever has its work and in what is counted", async () => {
    const at = (hours: number): string =>
      new Date(Date.parse("2026-11-25T02:00:00.000Z") + hours * HOUR_MS).toISOString();
    firm.clock.set(at(0));
    const recordId = await firm.aCustomer();
    const started = { commandId: randomUUID(), process: "errand", recordType: "customer", recordId };
    const caseId = String((await firm.door.startCase(started, firm.as("chen"))).caseId);
    const due = async () => {
      const [task] = await firm.rows<{ due_at: string }>("SELECT due_at FROM task WHERE case_id = $1", [caseId]);
      const [stay] = await firm.rows<{ due_at: string }>(
        "SELECT due_at FROM stay WHERE case_id = $1 AND due_at IS NOT NULL",
        [caseId],
      );
      return [task, stay].map((row) => new Date(row?.due_at ?? 0).getTime());
    };
    const before = await due();
    const act = (name: "suspend" | "resume") =>
      firm.door.intervene({ commandId: randomUUID(), caseId, act: { do: name }, reason: "Waits" }, firm.as("mei"));

    await act("suspend");
    firm.clock.set(at(3));
    await act("resume");

    expect(await due()).toEqual(before.map((instant) => instant + 3 * HOUR_MS));
  });
});
