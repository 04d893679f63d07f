/** The same value with one of its leaves, or the whole of one of its branches, replaced. */
export const replaced = (value: unknown, at: number, by: unknown): unknown => {
  if (typeof value !== "object" || value === null) return by;
  const entries = Object.entries(value);
  const [name] = entries[at % Math.max(1, entries.length)] ?? [];
  if (name === undefined) return by;
  const inner = entries.map(([key, it]): [string, unknown] => [
    key,
    key === name ? replaced(it, Math.floor(at / Math.max(1, entries.length)), by) : it,
  ]);
  if (at % 7 === 6 && at > 100) return by;
  return Array.isArray(value) ? inner.map(([, it]) => it) : Object.fromEntries(inner);
};
