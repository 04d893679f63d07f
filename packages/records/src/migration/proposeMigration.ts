import { planMigration, type ProposedMigration } from "@sluice/process";
import type { House } from "../house.ts";
import { preparePlan } from "../process/planOf.ts";
import { connect } from "../transaction/connect.ts";
import { kyselyOn } from "../transaction/kyselyOn.ts";
import { versionNamed } from "./versionNamed.ts";

/**
 * Proposes what each step of a version has become in another.
 *
 * @problem NOT_FOUND - there is no such version
 */
export const proposeMigration = async (
  house: House,
  { process, from, to }: { readonly process: string; readonly from: number; readonly to: number },
): Promise<ProposedMigration> => {
  const client = await connect(house.pool);
  try {
    const db = kyselyOn(client);
    const plan = async (version: number) =>
      preparePlan(house, db, { processKey: process, ...(await versionNamed(db, process, version)) });
    return planMigration(await plan(from), await plan(to));
  } finally {
    client.release();
  }
};
