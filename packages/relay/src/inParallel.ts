/** Does `work` for every item, at most `width` at a time, and answers for each item what it threw, or null. */
export const inParallel = async <Item>(
  items: readonly Item[],
  width: number,
  work: (item: Item) => Promise<void>,
): Promise<readonly (readonly [Item, unknown])[]> => {
  const outcomes: [Item, unknown][] = [];
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) {
      try {
        await work(item);
        outcomes.push([item, null]);
      } catch (error) {
        outcomes.push([item, error]);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return outcomes;
};
