import type { RecordSchema } from "@sluice/domain";
import { compile, storedDefinition, type Plan } from "@sluice/process";
import type { Kysely } from "kysely";
import type { DB } from "../generated/database.ts";
import type { House } from "../house.ts";
import { connect } from "../transaction/connect.ts";
import { kyselyOn } from "../transaction/kyselyOn.ts";
import { Restart } from "../transaction/restart.ts";

/** Which published version a case runs on. */
export interface PlanName {
  readonly processKey: string;
  readonly version: number;
  readonly hash: string;
}

/** The schemas that processes are compiled with. */
export const schemasOf = ({ types }: Pick<House, "types">): Readonly<Record<string, RecordSchema>> =>
  Object.fromEntries(types.all.map(({ schema }) => [schema.type, schema]));

const load = async (house: House, db: Kysely<DB>, name: PlanName): Promise<Plan> => {
  const row = await db
    .selectFrom("process_version")
    .select("definition")
    .where("process_key", "=", name.processKey)
    .where("version", "=", name.version)
    .executeTakeFirst();
  if (row === undefined) throw new Error(`${name.processKey}@${name.version} was never published`);
  const plan = compile(storedDefinition(row.definition), schemasOf(house));
  house.plans.keep(name.hash, plan, JSON.stringify(row.definition).length);
  return plan;
};

/** Loads and compiles a plan unless it is kept; outside of any transaction. */
export const preparePlan = async (house: House, db: Kysely<DB>, name: PlanName): Promise<Plan> =>
  house.plans.find(name.hash) ?? load(house, db, name);

/** The plan of a version, inside a transaction: nothing is compiled there, so a plan that is not kept starts it again. */
export const planOf = (house: House, name: PlanName): Plan => {
  const known = house.plans.find(name.hash);
  if (known !== null) return known;
  throw new Restart(`${name.processKey}@${name.version} is not compiled`, [], async () => {
    const client = await connect(house.pool);
    try {
      await preparePlan(house, kyselyOn(client), name);
    } finally {
      client.release();
    }
  });
};
