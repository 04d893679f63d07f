import type { CarrierAnswer, CaseRef } from "@sluice/contracts";
import type { House } from "../house.ts";
import { answerCarrier } from "./answerCarrier.ts";
import { carrierStep } from "./machineStep.ts";
import { onControlPoint } from "./onControlPoint.ts";

/**
 * Takes word that an alarm rang, and handles every wait that is due by then or by now. An old bell, or one rung twice, finds
 * nothing due and is told when to ring next.
 */
export const alarmRang = (house: House, ref: CaseRef, dueAt: string): Promise<CarrierAnswer> =>
  onControlPoint(house, ref, () =>
    answerCarrier(house, ref, async (tx, it, at) => {
      const until = dueAt > at ? dueAt : at;
      if (it.alarmAt === null || it.alarmAt > until) return;
      await carrierStep(tx, it, { happening: { type: "alarmRang", dueAt: until }, at, name: "clock" });
    }),
  );
