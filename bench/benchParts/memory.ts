import { pause } from "@sluice/embedded";
import type { HousePart } from "../../test/support/aHouse.ts";
import type { BenchFigure, BenchPart } from "./benchPart.ts";
import { fetchFirstPage, secondStart } from "./house/keptHouse.ts";
import { processTree, rootBelow } from "./house/processTree.ts";

const IDLE_MS = 60_000;
const LIMIT_MB = 1_200;
const PARTS: readonly HousePart[] = ["postgres", "temporal", "server", "worker"];

/** What a house takes of the machine's memory when nobody works in it, by process. */
export const memory: BenchPart = async ({ say, share }): Promise<readonly BenchFigure[]> => {
  await using house = await secondStart(say);
  await fetchFirstPage(house.address);
  say(`Waiting ${((IDLE_MS * share) / 1_000).toFixed(0)} s for everything to be idle`);
  await pause(IDLE_MS * share);
  const pidOf = (part: HousePart): number => {
    const mark = house.partMark(part);
    if (mark === null) throw new Error(`there is no ${part}`);
    return mark.pid;
  };
  const trees = new Map(PARTS.map((part) => [part, processTree(pidOf(part))]));
  const counted = new Set([...trees.values()].flat().map(({ pid }) => pid));
  trees.set(
    "house",
    processTree(rootBelow(process.pid, pidOf("house"))).filter(({ pid }) => !counted.has(pid)),
  );
  const sizes = [...trees].map(([part, tree]) => ({
    part: part === "house" ? "boot and supervisor" : part,
    processes: tree.length,
    mb: tree.reduce((sum, { pssMb }) => sum + pssMb, 0),
  }));
  return [
    ...sizes.map(({ part, processes, mb }): BenchFigure => ({
      figure: processes === 1 ? part : `${part} (${processes} processes)`,
      value: mb,
      unit: "MB",
    })),
    {
      figure: "everything idle, sum of PSS",
      value: sizes.reduce((sum, { mb }) => sum + mb, 0),
      unit: "MB",
      limit: { atMost: LIMIT_MB },
    },
  ];
};
