import { randomUUID } from "node:crypto";
import { processDefinitionSchema } from "@sluice/process";
import {
  createDoor,
  createPool,
  createReads,
  demoPersonId,
  readWhatIf,
  runWhatIf,
  seedDemo,
  seedHistory,
  standingClock,
  startWhatIf,
} from "@sluice/records";
import { templateOf, templates } from "@sluice/templates";
import { describe, expect, it } from "vitest";
import { aDatabase } from "../support/aDatabase.ts";

const QUOTES = 14;
const admin = { personId: demoPersonId("mei.lin"), via: "session" as const };

describe("the demo firm's past", () => {
  it("is told once, by the clock of then; run again on the shipped process no quote goes another way", async () => {
    await using db = await aDatabase();
    const pool = createPool(db.url);
    try {
      const clock = standingClock();
      const opened = createDoor({ pool, clock });
      const { house, door } = opened;
      clock.set("2026-05-01T00:00:00.000Z");
      await seedDemo({ house, door, processes: templates });
      const wish = { quotes: QUOTES, days: 90, until: "2026-09-01T00:00:00.000Z" };
      const closed = async () =>
        (
          await pool.query<{ outcome: string; ended_at: string; events: number }>(
            `SELECT outcome, ended_at, (SELECT count(*)::int FROM case_event WHERE case_id = "case".id) AS events
             FROM "case" WHERE process_key = 'quote' AND status = 'ended' ORDER BY ended_at`,
          )
        ).rows;

      await seedHistory(opened, clock, wish);
      const once = await closed();
      await seedHistory(opened, clock, wish);

      expect(await closed()).toEqual(once);
      expect(once).toHaveLength(QUOTES);
      expect(once.every(({ ended_at: at }) => at > "2026-06-03" && at < "2026-09-01")).toBe(true);
      expect(new Set(once.map(({ outcome }) => outcome))).toEqual(new Set(["won", "lost", "void"]));

      const reads = createReads(pool);
      const { recordId } = await startWhatIf(
        house,
        {
          commandId: randomUUID(),
          definition: processDefinitionSchema.parse(templateOf("quote")),
          from: "2026-06-01T00:00:00.000Z",
          until: "2026-09-01T00:00:00.000Z",
          seed: "1",
          assumptions: {},
        },
        admin,
      );
      await runWhatIf(reads, String(recordId));
      expect((await readWhatIf(reads, String(recordId), admin)).summary).toMatchObject({
        cases: QUOTES,
        comparable: QUOTES,
        otherwise: 0,
        flipped: 0,
        drawn: [],
        unknown: [],
      });
    } finally {
      await pool.end();
    }
  });
});
