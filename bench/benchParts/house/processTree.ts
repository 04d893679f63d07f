import { readdirSync, readFileSync } from "node:fs";

/** A process, and how much of the machine's memory is its own: pages shared by several count for each by its part. */
export interface ProcessSize {
  readonly pid: number;
  readonly pssMb: number;
}

const parentOf = (pid: number): number | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return null;
  }
};

const pssOf = (pid: number): number => {
  try {
    return Number(/^Pss:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
};

/** The process right below `above` that the other came of. */
export const rootBelow = (above: number, pid: number): number => {
  for (let at = pid; ;) {
    const parent = parentOf(at);
    if (parent === above) return at;
    if (parent === null || parent <= 1) throw new Error(`process ${pid} is not below ${above}`);
    at = parent;
  }
};

/** A process and all that came of it, as they stand now. Linux only. */
export const processTree = (root: number): readonly ProcessSize[] => {
  const parents = new Map(
    readdirSync("/proc")
      .filter((name) => /^\d+$/u.test(name))
      .map((name) => [Number(name), parentOf(Number(name))]),
  );
  const isBelow = (pid: number): boolean => {
    for (let at: number | null | undefined = pid; at !== null && at !== undefined && at > 1; at = parents.get(at))
      if (at === root) return true;
    return false;
  };
  return [...parents.keys()].filter(isBelow).map((pid) => ({ pid, pssMb: pssOf(pid) }));
};
