import type { TreeItem, TreeWay } from "./stageTree.ts";

/** Whether a row goes on to what comes after it, instead of ending or leading elsewhere. */
export const goesOn = (items: readonly TreeItem[]): boolean => {
  const last = items.at(-1);
  if (last === undefined || last.next !== null) return true;
  return last.ways.some((way) => way.leads === "inside" && goesOn(way.items));
};

/** Which halves of the line below the ways are drawn under one of them: `left`, `right`, `left right` or none. */
export const barOf = (ways: readonly TreeWay[], index: number): string => {
  const onward = ways.flatMap((way, at) => (way.leads === "inside" && goesOn(way.items) ? [at] : []));
  if (onward.length === 0) return "";
  const middle = (ways.length - 1) / 2;
  const from = Math.min(onward[0] ?? 0, Math.floor(middle));
  const to = Math.max(onward.at(-1) ?? 0, Math.ceil(middle));
  return [index > from && index <= to && "left", index >= from && index < to && "right"].filter(Boolean).join(" ");
};
