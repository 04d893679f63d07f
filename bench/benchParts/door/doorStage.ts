import { createPool } from "@sluice/records";
import { aFirm } from "../../../test/support/aFirm.ts";
import { aFirmOn } from "../ground/aFirmOn.ts";
import type { Ground } from "../ground/theGround.ts";
import { aCostedQuote } from "./aCostedQuote.ts";
import { multiply, sharedIds } from "./multiply.ts";
import { recordSteps } from "./recordSteps.ts";
import { bareStepper, doorStepper, type Stepper } from "./stepper.ts";

/** A firm with so many open quotes, twice: one for the door, one for the bare statements, equal to begin with. */
export interface DoorStage {
  readonly quotes: number;
  readonly openCases: number;
  /** Round trips of a submission and of a decision, as they were recorded just now. */
  readonly roundTrips: readonly number[];
  readonly door: Stepper;
  readonly bare: Stepper;
  [Symbol.asyncDispose](): Promise<void>;
}

const CYCLES = 12;

export const doorStage = async (ground: Ground, quotes: number): Promise<DoorStage> => {
  const fill: Parameters<Ground["copyOf"]>[1] = async (db) => {
    const firm = await aFirm({ db });
    await multiply(firm, await aCostedQuote(firm), quotes);
    await firm.pool.end();
  };
  const firm = await aFirmOn(await ground.copyOf(`quotes_${quotes}`, fill));
  const other = await ground.copyOf(`quotes_${quotes}`, fill);
  const { rows } = await firm.pool.query<{ first: string; open: number }>(
    `SELECT (SELECT id FROM "case" WHERE process_key = 'quote' ORDER BY opened_at, id LIMIT 1) AS first,
       (SELECT count(*)::int FROM "case" WHERE status <> 'ended') AS open`,
  );
  const { first = "", open = 0 } = rows[0] ?? {};
  const steps = await recordSteps(firm, first, CYCLES);
  const inbox = createPool(firm.db.url);
  const bare = bareStepper(other, steps, await sharedIds(firm.pool));
  return {
    quotes,
    openCases: open,
    roundTrips: steps.slice(0, 2).map(({ length }) => length),
    door: doorStepper(firm, first, inbox),
    bare: bare.step,
    [Symbol.asyncDispose]: async () => {
      await inbox.end();
      await bare.close();
      await other.close();
      await firm[Symbol.asyncDispose]();
    },
  };
};
