/** The most values a definition may hold, all in all, and how deep they may lie. */
const LIMITS = { values: 400_000, depth: 40, characters: 5_000_000 } as const;

/** Whether a JSON value is small enough to be read. Looks at no more than the limits allow, so it is quick for any value. */
export const isBounded = (value: unknown): boolean => {
  let values = 0;
  let characters = 0;
  const open: { readonly at: unknown; readonly depth: number }[] = [{ at: value, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { at, depth } = next;
    values += 1;
    if (typeof at === "string") characters += at.length;
    if (values > LIMITS.values || characters > LIMITS.characters || depth > LIMITS.depth) return false;
    if (typeof at !== "object" || at === null) continue;
    const keys = Array.isArray(at) ? at : Object.keys(at);
    if (values + open.length + keys.length > LIMITS.values) return false;
    for (const [key, inner] of Object.entries(at)) {
      characters += key.length;
      open.push({ at: inner, depth: depth + 1 });
    }
  }
  return true;
};
