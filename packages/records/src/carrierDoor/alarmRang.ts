import type { CarrierAnswer, CaseRef } from "@sluice/contracts";
import type { House } from "../house.ts";
import { unlessForbidden } from "./unlessForbidden.ts";

/**
 * Takes word that an alarm rang, and handles every wait that is due by then or by now. An old bell, or one rung twice, finds
 * nothing due and is told when to ring next.
 */
export const alarmRang = (house: House, ref: CaseRef, dueAt: string): Promise<CarrierAnswer> =>
  unlessForbidden(house, ref, {
    name: "clock",
    hear: async (_tx, it, at) => {
      const until = dueAt > at ? dueAt : at;
      return it.alarmAt === null || it.alarmAt > until ? null : { type: "alarmRang", dueAt: until };
    },
  });
