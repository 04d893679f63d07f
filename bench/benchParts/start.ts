import type { BenchFigure, BenchPart } from "./benchPart.ts";
import { fetchFirstPage, secondStart } from "./house/keptHouse.ts";

/** From the command to the first page, on data that are there. */
export const start: BenchPart = async ({ say }): Promise<readonly BenchFigure[]> => {
  const before = await secondStart(say);
  await before.stop();
  const startedAtMs = performance.now();
  await using house = await secondStart(say);
  await fetchFirstPage(house.address);
  const value = (performance.now() - startedAtMs) / 1_000;
  return [{ figure: "second start to first page", value, unit: "s", limit: { atMost: 15 } }];
};
