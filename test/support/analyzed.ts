import pg from "pg";
import type { TestFirm } from "./aFirm.ts";

/** Lets Postgres count a table now, as it does by itself some time later, so that a plan does not depend on when it was asked for. */
export const analyzed = async (firm: TestFirm, table: string): Promise<void> => {
  const owner = new pg.Client({ connectionString: firm.db.ownerUrl });
  await owner.connect();
  await owner.query(`VACUUM (ANALYZE) ${pg.escapeIdentifier(table)}`);
  await owner.end();
};
