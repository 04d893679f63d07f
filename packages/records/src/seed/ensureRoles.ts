import { roles } from "@sluice/domain";
import type { House } from "../house.ts";
import { runTransaction } from "../transaction/runTransaction.ts";
import { shippedRoles } from "./shippedRoles.ts";

/** Makes sure that the shipped roles are there; what an admin has renamed since stays renamed. */
export const ensureRoles = (house: House): Promise<void> =>
  runTransaction(house, async ({ db }) => {
    await db
      .insertInto("role")
      .values(roles.map((key) => ({ key, name: JSON.stringify(shippedRoles[key]) })))
      .onConflict((it) => it.doNothing())
      .execute();
  });
