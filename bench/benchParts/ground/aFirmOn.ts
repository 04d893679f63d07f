import { type Caller, createDoor, createPool, type OpenedDoor } from "@sluice/records";
import type pg from "pg";
import type { TestDatabase } from "../../../test/support/aDatabase.ts";
import type { StaffName } from "../../../test/support/aFirm.ts";

/** The firm that lives in a filled database, with a door of its own. */
export interface FirmOn extends OpenedDoor {
  readonly db: TestDatabase;
  readonly pool: pg.Pool;
  as(name: StaffName): Caller;
  idOf(name: StaffName): string;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Opens the door of a firm that `aFirm` has settled in this database before. */
export const aFirmOn = async (db: TestDatabase): Promise<FirmOn> => {
  const pool = createPool(db.url);
  const { rows } = await pool.query<{ id: string; email: string }>("SELECT id, email FROM person");
  const ids = new Map(rows.map(({ id, email }) => [email.split("@")[0], id]));
  const idOf = (name: StaffName): string => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`${name} does not work here`);
    return id;
  };
  return {
    ...createDoor({ pool }),
    db,
    pool,
    idOf,
    as: (name) => ({ personId: idOf(name), via: "session" }),
    [Symbol.asyncDispose]: async () => {
      await pool.end();
      await db.close();
    },
  };
};
