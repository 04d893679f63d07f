import { migrationJudge, type Plan } from "@sluice/process";
import type { House } from "../house.ts";
import { schemasOf } from "./planOf.ts";

type Judge = ReturnType<typeof migrationJudge>;

const known = new WeakMap<Plan, WeakMap<Plan, Judge>>();

/** The judge between two plans, kept as long as these are: cases that stand alike are looked at once. */
export const judgeBetween = (house: House, from: Plan, to: Plan): Judge => {
  const ofFrom = known.get(from) ?? new WeakMap<Plan, Judge>();
  const judge = ofFrom.get(to) ?? migrationJudge({ from, to }, schemasOf(house));
  known.set(from, ofFrom.set(to, judge));
  return judge;
};
