import type { Place } from "./exploration.ts";

/** All places from which one of these can be come to, these included. `into` tells where each can be come to from. */
export const leadingTo = (
  targets: readonly Place[],
  into: ReadonlyMap<Place, readonly Place[]>,
): ReadonlySet<Place> => {
  const reaches = new Set(targets);
  const open = [...reaches];
  for (let place = open.pop(); place; place = open.pop())
    for (const before of into.get(place) ?? [])
      if (!reaches.has(before)) {
        reaches.add(before);
        open.push(before);
      }
  return reaches;
};
