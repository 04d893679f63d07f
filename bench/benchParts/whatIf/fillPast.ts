import { createDoor, createPool, seedDemo, seedHistory, standingClock } from "@sluice/records";
import { templates } from "@sluice/templates";
import type { TestDatabase } from "../../../test/support/aDatabase.ts";

/** So many quotes go through the door; all others are copies of them, with records, cases, events and audit lines of their own. */
const TOLD = 40;

const columns = (table: string, changed: Readonly<Record<string, string>>): string => `
  INSERT INTO ${table} SELECT (jsonb_populate_record(it, jsonb_build_object(${Object.entries(changed)
    .map(([column, value]) => `'${column}', ${value}`)
    .join(", ")}))).* FROM ${table} AS it`;

/** Fills a database with the demo firm and so many closed quotes. */
export const fillPast = async (db: TestDatabase, quotes: number): Promise<void> => {
  const pool = createPool(db.url, { size: 2 });
  try {
    const clock = standingClock();
    const opened = createDoor({ pool, clock });
    clock.set("2026-05-01T00:00:00.000Z");
    await seedDemo({ house: opened.house, door: opened.door, processes: templates });
    await seedHistory(opened, clock, { quotes: TOLD, days: 90, until: "2026-09-01T00:00:00.000Z" });
  } finally {
    await pool.end();
  }
  await copyPast(db, quotes);
};

const copyPast = async (db: TestDatabase, quotes: number): Promise<void> => {
  const pool = createPool(db.ownerUrl, { size: 1 });
  try {
    await pool.query(`
      CREATE TEMPORARY TABLE copied AS
      SELECT c.id AS case_id, c.record_id, gen_random_uuid() AS new_case, gen_random_uuid() AS new_record, copy
      FROM "case" c, generate_series(1, ${Math.ceil(quotes / TOLD) - 1}) AS copy
      WHERE c.process_key = 'quote' AND c.status = 'ended'`);
    const number = `jsonb_build_object('number', it.number || '-' || copied.copy)`;
    await pool.query(`
      INSERT INTO quote SELECT (jsonb_populate_record(it, ${number} || jsonb_build_object('id', copied.new_record))).*
      FROM quote AS it JOIN copied ON copied.record_id = it.id`);
    await pool.query(
      `${columns('"case"', { id: "copied.new_case", record_id: "copied.new_record" })} JOIN copied ON copied.case_id = it.id`,
    );
    await pool.query(
      `${columns("case_event", { case_id: "copied.new_case", command_id: "NULL::uuid" })} JOIN copied ON copied.case_id = it.case_id`,
    );
    await pool.query(`
      INSERT INTO audit (at, actor, via, action, record_type, record_id, case_id, seq, detail)
      SELECT it.at, it.actor, it.via, it.action, it.record_type, copied.new_record,
        CASE WHEN it.case_id IS NULL THEN NULL ELSE copied.new_case END, it.seq, it.detail
      FROM audit AS it JOIN copied ON copied.record_id = it.record_id WHERE it.record_type = 'quote'`);
    await pool.query('ANALYZE "case", case_event, audit');
  } finally {
    await pool.end();
  }
};
