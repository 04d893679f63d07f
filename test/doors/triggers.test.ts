import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { aFirm, type TestFirm } from "../support/aFirm.ts";
import { echo, onGraded, queueing } from "../support/processes.ts";

describe("a process that people start and that queues", () => {
  let firm: TestFirm;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(queueing);
  });
  afterAll(() => firm.close());

  it("gives a second start a case of its own, which begins when the first has ended", async () => {
    const recordId = await firm.aCustomer();
    const start = async (): Promise<string> => {
      const command = { commandId: randomUUID(), process: "queueing", recordType: "customer", recordId };
      return String((await firm.door.startCase(command, firm.as("chen"))).caseId);
    };
    const [first, second] = [await start(), await start()];
    const begun = () =>
      firm.rows<{ id: string; seq: number }>(
        'SELECT id, seq FROM "case" WHERE record_id = $1 ORDER BY opened_at, seq DESC',
        [recordId],
      );
    await firm.settle();
    expect(await begun()).toEqual([
      { id: first, seq: 1 },
      { id: second, seq: 0 },
    ]);

    await firm.door.moveCase({ commandId: randomUUID(), caseId: first, move: "climb" }, firm.as("chen"));
    await firm.settle();

    expect(await begun()).toEqual([
      { id: first, seq: 2 },
      { id: second, seq: 1 },
    ]);
  });
});

describe("starts that queue for one record", () => {
  let firm: TestFirm;
  let recordId: string;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(onGraded("queue"));
  });
  afterAll(() => firm.close());
  beforeEach(async () => {
    recordId = await firm.aCustomer();
  });

  const change = async (version: number, fields: Record<string, string> = { grade: "A" }) => {
    const command = { commandId: randomUUID(), id: recordId, version, fields };
    await firm.door.patchRecord(
      "customer",
      { ...command, fields: { ...fields, note: `Change ${version}` } },
      firm.as("chen"),
    );
  };
  const cases = () =>
    firm.rows<{ id: string; seq: number; trigger_version: number }>(
      'SELECT id, seq, trigger_version FROM "case" WHERE record_id = $1 ORDER BY trigger_version',
      [recordId],
    );
  const seqs = async () => (await cases()).map(({ seq }) => seq);
  const close = async (nth: number) => {
    const caseId = String((await cases())[nth]?.id);
    await firm.door.moveCase({ commandId: randomUUID(), caseId, move: "close" }, firm.as("chen"));
  };

  it("begin one after the other in the order in which they came, and rest meanwhile", async () => {
    for (const version of [1, 2, 3]) await change(version);
    await firm.settle();
    expect(await seqs()).toEqual([1, 0, 0]);
    expect(await firm.rows("SELECT DISTINCT not_before = 'infinity' AS rests FROM case_inbox")).toEqual([
      { rests: true },
    ]);

    await close(0);
    await firm.settle();
    expect(await seqs()).toEqual([2, 1, 0]);
    await change(4);
    await close(1);
    await firm.settle();
    expect(await seqs()).toEqual([2, 2, 1, 0]);
  });

  it("that came first begin first, whoever is delivered to first", async () => {
    for (const version of [1, 2]) await change(version);
    const [first, second] = await cases();
    await firm.carrier.deliverInbox(String(second?.id));
    expect(await seqs()).toEqual([0, 0]);
    await firm.carrier.deliverInbox(String(first?.id));
    await firm.settle();
    expect(await seqs()).toEqual([1, 0]);
  });

  it("are passed on by one whose condition does not hold any more", async () => {
    for (const version of [1, 2, 3]) await change(version);
    await firm.settle();
    await firm.pool.query("UPDATE customer SET grade = NULL WHERE id = $1", [recordId]);
    await close(0);
    await firm.settle();
    expect(await seqs()).toEqual([2]);
  });

  it("are never forgotten when the case before them ends at the very moment at which they ask", async () => {
    for (let round = 0; round < 25; round += 1) {
      recordId = await firm.aCustomer();
      await change(1);
      await firm.settle();
      await change(2);
      const [, second] = await cases();
      await Promise.all([close(0), firm.carrier.deliverInbox(String(second?.id))]);
      await firm.settle();
      expect(await seqs()).toEqual([2, 1]);
    }
  });
});

describe("processes that a change starts", () => {
  const kinds = ["skip", "queue", "replace", "parallel"] as const;
  let firm: TestFirm;
  let id: string;
  let version: number;
  beforeAll(async () => {
    firm = await aFirm();
    await firm.publish(...kinds.map(onGraded));
  });
  afterAll(() => firm.close());
  beforeEach(async () => {
    id = await firm.aCustomer();
    version = 1;
  });

  const patch = async (fields: Record<string, string>) => {
    await firm.door.patchRecord("customer", { commandId: randomUUID(), id, version, fields }, firm.as("chen"));
    version += 1;
  };
  const casesOf = async (kind: (typeof kinds)[number]) =>
    (
      await firm.rows<{ status: string }>(
        'SELECT status FROM "case" WHERE record_id = $1 AND process_key = $2 ORDER BY opened_at',
        [id, `onGraded${kind}`],
      )
    ).map((it) => it.status);

  it("begin only where their condition holds, and leave no trace where not", async () => {
    await patch({ phone: "13800001111" });
    await firm.settle();
    expect(await casesOf("parallel")).toEqual([]);
    await patch({ grade: "A" });
    await firm.settle();
    expect(await casesOf("parallel")).toEqual(["running"]);
  });

  it("never begin in the transaction that started them", async () => {
    await patch({ grade: "A" });
    expect(await firm.rows('SELECT DISTINCT seq FROM "case" WHERE record_id = $1', [id])).toEqual([{ seq: 0 }]);
    await firm.settle();
    expect(await firm.rows('SELECT DISTINCT seq FROM "case" WHERE record_id = $1', [id])).toEqual([{ seq: 1 }]);
  });

  it.each([
    { kind: "skip", statuses: ["running"] },
    { kind: "queue", statuses: ["running", "running"] },
    { kind: "replace", statuses: ["ended", "running"] },
    { kind: "parallel", statuses: ["running", "running"] },
  ] as const)("a second start is answered by $kind", async ({ kind, statuses }) => {
    await patch({ grade: "A" });
    await firm.settle();
    await patch({ grade: "B" });
    await firm.settle();
    expect(await casesOf(kind)).toEqual(statuses);
  });

  it("a queued start waits its turn", async () => {
    await patch({ grade: "A" });
    await firm.settle();
    await patch({ grade: "B" });
    await firm.settle();
    const begun = () =>
      firm.rows<{ id: string; seq: number }>(
        "SELECT id, seq FROM \"case\" WHERE record_id = $1 AND process_key = 'onGradedqueue' ORDER BY opened_at",
        [id],
      );
    const [first, second] = await begun();
    expect([first?.seq, second?.seq]).toEqual([1, 0]);
    await firm.door.moveCase({ commandId: randomUUID(), caseId: String(first?.id), move: "close" }, firm.as("chen"));
    await firm.settle();
    expect((await begun()).map((it) => it.seq)).toEqual([2, 1]);
  });

  it("stop as an incident after sixteen in a row, and go on when an admin says so", async () => {
    await firm.publish(echo);
    await patch({ note: "hello" });
    await firm.settle();
    const echoes = () =>
      firm.rows<{ id: string; status: string; incident: string | null; key: string | null }>(
        `SELECT c.id, c.status, i.code AS incident, i.key FROM "case" AS c
         LEFT JOIN incident AS i ON i.case_id = c.id AND i.cleared_at IS NULL
         WHERE record_id = $1 AND process_key = 'echo' ORDER BY trigger_version`,
        [id],
      );
    const all = await echoes();
    const last = all.at(-1);
    expect(all.slice(0, -1).map(({ status }) => status)).toEqual(Array.from({ length: 17 }, () => "ended"));
    expect(last).toMatchObject({ status: "running", incident: "CHAIN_EXCEEDED" });

    await firm.door.intervene(
      {
        commandId: randomUUID(),
        caseId: String(last?.id),
        act: { do: "retry", incident: String(last?.key) },
        reason: "once",
      },
      firm.as("mei"),
    );
    await firm.settle();
    expect((await echoes()).map(({ status }) => status)).toEqual([
      ...Array.from({ length: 18 }, () => "ended"),
      "running",
    ]);
  });

  it("that an import starts take their first step in the bulk lane", async () => {
    await firm.door.patchRecord(
      "customer",
      { commandId: randomUUID(), id, version, fields: { grade: "A" } },
      { ...firm.as("chen"), via: "import" },
    );
    expect(
      await firm.rows(
        'SELECT DISTINCT i.lane FROM case_inbox AS i JOIN "case" AS c ON c.id = i.case_id WHERE c.record_id = $1',
        [id],
      ),
    ).toEqual([{ lane: "bulk" }]);
  });
});
