import { randomUUID } from "node:crypto";
import type { Json, ProcessDefinitionInput } from "@sluice/process";
import { createDoor, createPool, ensurePublished, type Caller, type Clock, type OpenedDoor } from "@sluice/records";
import type pg from "pg";
import { aDatabase, type TestDatabase } from "./aDatabase.ts";

/** The people of the firm that tests play with: one of each role, two reps under one manager. */
const staff = {
  mei: { name: "Mei Lin", roles: ["admin"], department: "firm", manager: null },
  gao: { name: "Gao Jun", roles: ["generalManager"], department: "firm", manager: null },
  wang: { name: "Wang Fang", roles: ["salesManager"], department: "sales", manager: "gao" },
  chen: { name: "Chen Rui", roles: ["rep"], department: "sales", manager: "wang" },
  sofia: { name: "Sofia Brandt", roles: ["rep"], department: "sales", manager: "wang" },
  li: { name: "Li Wei", roles: ["costEngineer"], department: "firm", manager: "gao" },
  zhao: { name: "Zhao Min", roles: ["finance"], department: "firm", manager: "gao" },
  tom: { name: "Tom Okafor", roles: ["productManager"], department: "firm", manager: "gao" },
} as const;

export type StaffName = keyof typeof staff;

/** A clock that stands until it is set; while it is not set, the real one runs. */
interface SetClock extends Clock {
  set(at: string | null): void;
}

const aClock = (): SetClock => {
  let stands: string | null = null;
  return {
    set: (at) => {
      stands = at;
    },
    now: async () => stands ?? new Date().toISOString(),
  };
};

/** A firm with a door, on a database of its own. */
export interface TestFirm extends OpenedDoor {
  readonly db: TestDatabase;
  readonly pool: pg.Pool;
  readonly clock: SetClock;
  readonly people: Readonly<Record<StaffName, string>>;
  /** Somebody's hand on the door. */
  as(name: StaffName): Caller;
  /** Looks behind the door. */
  rows<Row extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  publish(...processes: readonly ProcessDefinitionInput[]): Promise<void>;
  aCustomer(fields?: Readonly<Record<string, Json>>, by?: StaffName): Promise<string>;
  /** Delivers every inbox until all are empty, as the relay would. */
  settle(): Promise<void>;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const settlePeople = async (db: TestDatabase): Promise<Readonly<Record<StaffName, string>>> => {
  const owner = createPool(db.ownerUrl, { size: 1 });
  const departments = { firm: randomUUID(), sales: randomUUID() };
  const ids = Object.fromEntries(Object.keys(staff).map((name) => [name, randomUUID()])) as Record<StaffName, string>;
  try {
    await owner.query("INSERT INTO department (id, name, path, head_id) VALUES ($1, $2, ARRAY[$1::uuid], $3)", [
      departments.firm,
      { en: "Firm", zh: "公司" },
      ids.gao,
    ]);
    await owner.query(
      "INSERT INTO department (id, name, parent_id, path, head_id) VALUES ($1, $2, $3, ARRAY[$3::uuid, $1::uuid], $4)",
      [departments.sales, { en: "Sales", zh: "销售" }, departments.firm, ids.wang],
    );
    for (const role of new Set(Object.values(staff).flatMap((person) => person.roles))) {
      await owner.query("INSERT INTO role (key, name) VALUES ($1, $2)", [role, { en: role, zh: role }]);
    }
    for (const [name, person] of Object.entries(staff)) {
      await owner.query(
        "INSERT INTO person (id, name, email, roles, department_id, manager_id) VALUES ($1, $2, $3, $4, $5, $6)",
        [
          ids[name as StaffName],
          person.name,
          `${name}@firm.example`,
          person.roles,
          departments[person.department],
          person.manager === null ? null : ids[person.manager],
        ],
      );
    }
  } finally {
    await owner.end();
  }
  return ids;
};

interface FirmWish {
  /** How many commands run at once. */
  readonly size?: number;
  /** An empty database for it to live in; without one it gets one of its own. */
  readonly db?: TestDatabase;
}

export const aFirm = async ({ size = 10, db: given }: FirmWish = {}): Promise<TestFirm> => {
  const db = given ?? (await aDatabase());
  const people = await settlePeople(db);
  const pool = createPool(db.url, { size });
  const clock = aClock();
  const opened = createDoor({ pool, clock });
  const as = (name: StaffName): Caller => ({ personId: people[name], via: "session" });
  const close = async (): Promise<void> => {
    await pool.end();
    await db.close();
  };
  return {
    ...opened,
    db,
    pool,
    clock,
    people,
    as,
    rows: async <Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
      (await pool.query<Row>(sql, [...values])).rows,
    publish: async (...processes) => {
      for (const process of processes) await ensurePublished(opened.house, process);
    },
    aCustomer: async (fields = {}, by = "chen") => {
      const { recordId } = await opened.door.createRecord(
        "customer",
        { commandId: randomUUID(), fields: { name: "Hengtai Machinery", ...fields } },
        as(by),
      );
      return String(recordId);
    },
    settle: async () => {
      for (;;) {
        const { rows } = await pool.query<{ case_id: string }>(
          "SELECT DISTINCT case_id FROM case_inbox WHERE not_before <= clock_timestamp()",
        );
        for (const row of rows) await opened.carrier.deliverInbox(row.case_id);
        const wentOn = [await opened.carrier.fanOut("people"), await opened.carrier.fanOut("bulk")].includes(true);
        if (rows.length === 0 && !wentOn) return;
      }
    },
    close,
    [Symbol.asyncDispose]: close,
  };
};
