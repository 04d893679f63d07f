/**
 * The keys of a merge in the order of the drawing: mine, with what only they have after what it follows there. Where mine lists
 * things as they always stood, theirs is the order.
 */
export const inOrder = (
  keys: ReadonlySet<string>,
  { base, mine, theirs }: { readonly [side in "base" | "mine" | "theirs"]: readonly string[] },
): readonly string[] => {
  const isAsBefore = mine.length === base.length && mine.every((key, at) => key === base[at]);
  const [first, second] = isAsBefore ? [theirs, mine] : [mine, theirs];
  const order = first.filter((key) => keys.has(key));
  const placed = new Set(order);
  for (const [at, key] of second.entries()) {
    if (placed.has(key) || !keys.has(key)) continue;
    const before = second.slice(0, at).findLast((it) => placed.has(it));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
    placed.add(key);
  }
  return order;
};
