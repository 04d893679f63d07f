export type Path = readonly (string | number)[];

/**
 * A copy of `whole` with `value` at `path`; everything off the path keeps its identity. `undefined` takes the key away, so an
 * optional setting is absent instead of empty. Missing objects on the way are made.
 */
export const setAt = (whole: unknown, path: Path, value: unknown): unknown => {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  if (Array.isArray(whole)) {
    const copy: unknown[] = [...whole];
    if (rest.length === 0 && value === undefined) copy.splice(Number(head), 1);
    else copy[Number(head)] = setAt(copy[Number(head)], rest, value);
    return copy;
  }
  const before = typeof whole === "object" && whole !== null ? (whole as Readonly<Record<string, unknown>>) : {};
  const next = setAt(before[head], rest, value);
  if (next === undefined) {
    const { [String(head)]: _gone, ...others } = before;
    return others;
  }
  return { ...before, [head]: next };
};

/** What stands at a path, or undefined. */
export const getAt = (whole: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (part, key) =>
      typeof part === "object" && part !== null ? (part as Readonly<Record<string | number, unknown>>)[key] : undefined,
    whole,
  );
