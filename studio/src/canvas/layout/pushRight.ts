import { bottomOf, type Box, rightOf } from "./box.ts";
import { measures } from "./measures.ts";

export interface Wired {
  readonly from: string;
  readonly to: string;
  /** How far apart its two steps should stand. */
  readonly gap: number;
}

/** How far apart two steps should stand that a wire with or without a label joins. */
export const gapFor = (hasLabel: boolean): number =>
  hasLabel ? 2 * measures.columnGap + measures.wireLabel : measures.columnGap;

const besideEachOther = (one: Box, other: Box): boolean => one.y < bottomOf(other) && other.y < bottomOf(one);

/**
 * Pushes steps to the right until `fresh` has room: those that it covers, those that they would then cover, and those that follow
 * on a wire. Each goes only as far as needed, nothing goes left, and what nothing pushes stays.
 */
export const pushRight = (
  standing: ReadonlyMap<string, Box>,
  fresh: { readonly id: string; readonly box: Box },
  wires: readonly Wired[],
): ReadonlyMap<string, Box> => {
  const boxes = new Map(standing).set(fresh.id, fresh.box);
  const open = [fresh.id];
  const gapBetween = (mover: string, other: string, gap: number): number => {
    const [was, had] = [standing.get(mover), standing.get(other)];
    return was && had ? Math.min(gap, Math.max(0, had.x - rightOf(was))) : gap;
  };
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const mover = boxes.get(id);
    const was = standing.get(id);
    if (mover === undefined) continue;
    for (const [other, box] of boxes) {
      const had = standing.get(other);
      if (other === id || had === undefined) continue;
      const isBehind = was === undefined || had.x >= rightOf(was);
      const wire = wires.find(({ from, to }) => from === id && to === other);
      const follows = wire !== undefined && (was === undefined ? had.x > mover.x : isBehind);
      const meets = isBehind && rightOf(box) > mover.x && besideEachOther(mover, box);
      if (!follows && !meets) continue;
      const least = rightOf(mover) + gapBetween(id, other, wire?.gap ?? measures.columnGap);
      if (box.x >= least) continue;
      boxes.set(other, { ...box, x: least });
      open.push(other);
    }
  }
  return boxes;
};
