import { inParallel } from "./inParallel.ts";

const WIDTH = 10;

/**
 * Does `work` for every item, at most `perSecond` of them in a second, and answers what failed.
 *
 * `isOver` is asked before every second's share: the rest is left when it answers true.
 */
export const atPace = async <Item>(
  items: readonly Item[],
  { perSecond, isOver }: { readonly perSecond: number; readonly isOver: () => boolean },
  work: (item: Item) => Promise<void>,
): Promise<readonly (readonly [Item, unknown])[]> => {
  const failed: (readonly [Item, unknown])[] = [];
  for (let from = 0; from < items.length && !isOver(); from += perSecond) {
    const share = items.slice(from, from + perSecond);
    const startedAtMs = Date.now();
    failed.push(...(await inParallel(share, WIDTH, work)).filter(([, error]) => error !== null));
    const restMs = from + perSecond < items.length ? 1_000 - (Date.now() - startedAtMs) : 0;
    if (restMs > 0) await new Promise((resolve) => void setTimeout(resolve, restMs));
  }
  return failed;
};
