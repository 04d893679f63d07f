/** The least change that makes one text of another; null when they are the same. */
export const changeTo = (
  before: string,
  after: string,
): { readonly from: number; readonly to: number; readonly insert: string } | null => {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let end = 0;
  while (end < shorter - from && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
};
