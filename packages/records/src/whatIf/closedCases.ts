import {
  compile,
  storedDefinition,
  upgradeEvent,
  type Json,
  type PastEvent,
  type Plan,
  type RecordSchemas,
} from "@sluice/process";
import { sql, type Kysely } from "kysely";
import type { DB } from "../generated/database.ts";

/** Which closed cases are read. */
export interface ClosedWish {
  readonly process: string;
  readonly from: string;
  readonly until: string;
}

/** A closed case as its log tells it. */
export interface ClosedCase {
  readonly id: string;
  readonly version: number;
  readonly recordType: string;
  readonly recordId: string;
  readonly initiatorId: string | null;
  readonly openedAt: string;
  readonly endedAt: string;
  readonly events: readonly PastEvent[];
}

/** Where the page before ended. */
export interface ClosedAfter {
  readonly endedAt: string;
  readonly id: string;
}

const among = ({ process, from, until }: ClosedWish) => sql`
  FROM "case" WHERE process_key = ${process} AND status = 'ended' AND ended_at >= ${from} AND ended_at < ${until} AND seq > 0`;

/** The cases of a process that were closed in a period: how many, and from the opening of the first to the end of the last. */
export interface ClosedSpan {
  readonly count: number;
  readonly from: string | null;
  readonly until: string | null;
}

/** Counts the cases of a process that were closed in a period, and says when they were under way. */
export const spanOfClosed = async (db: Kysely<DB>, wish: ClosedWish): Promise<ClosedSpan> => {
  const { rows } = await sql<ClosedSpan>`
    SELECT count(*)::int AS count, min(opened_at) AS from, max(ended_at) AS until ${among(wish)}`.execute(db);
  return rows[0] ?? { count: 0, from: null, until: null };
};

type Row = Omit<ClosedCase, "events">;
type EventRow = Omit<PastEvent, "happening"> & { readonly caseId: string; readonly event: Json };

/** The version that a case was opened on: the one that its first migration took it from. */
const firstVersion = (version: number, events: readonly PastEvent[]): number => {
  const migration = events.map(({ happening }) => happening).find(({ type }) => type === "migrate");
  return migration?.type === "migrate" ? migration.from.version : version;
};

/** One page of closed cases with all their events, the one that was closed last first. */
export const readClosed = async (
  db: Kysely<DB>,
  wish: ClosedWish,
  { after, limit }: { readonly after: ClosedAfter | null; readonly limit: number },
): Promise<readonly ClosedCase[]> => {
  const { rows } = await sql<Row>`
    SELECT id, version, record_type AS "recordType", record_id AS "recordId", initiator_id AS "initiatorId",
      opened_at AS "openedAt", ended_at AS "endedAt" ${among(wish)}
      AND (${after === null} OR (ended_at, id) < (${after?.endedAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    ORDER BY ended_at DESC, id DESC LIMIT ${limit}`.execute(db);
  const events = await sql<EventRow>`
    SELECT case_id AS "caseId", at, actor, event, used FROM case_event
    WHERE case_id = ANY (${rows.map(({ id }) => id)}::uuid[]) ORDER BY case_id, seq`.execute(db);
  const byCase = new Map<string, PastEvent[]>(rows.map(({ id }) => [id, []]));
  for (const { caseId, at, actor, event, used } of events.rows)
    byCase.get(caseId)?.push({ at, actor, happening: upgradeEvent(event), used });
  return rows.map((row) => {
    const own = byCase.get(row.id) ?? [];
    return { ...row, version: firstVersion(row.version, own), events: own };
  });
};

/** Every version of a process, ready to run; compiled when it is first asked for. */
export const readVersions = async (
  db: Kysely<DB>,
  process: string,
  schemas: RecordSchemas,
): Promise<(version: number) => Plan> => {
  const rows = await db
    .selectFrom("process_version")
    .select(["version", "definition"])
    .where("process_key", "=", process)
    .execute();
  const drawn = new Map(rows.map(({ version, definition }) => [version, definition]));
  const plans = new Map<number, Plan>();
  return (version) => {
    const known = plans.get(version);
    if (known !== undefined) return known;
    if (!drawn.has(version)) throw new Error(`${process}@${version} was never published`);
    const plan = compile(storedDefinition(drawn.get(version)), schemas);
    plans.set(version, plan);
    return plan;
  };
};
