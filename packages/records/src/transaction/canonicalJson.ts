import { createHash } from "node:crypto";

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, it]) => it !== undefined)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, it]) => [key, sorted(it)]),
  );
};

/** One spelling for equal values, whatever the order of their keys. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));

/** The name of a value by its content. */
export const contentHash = (value: unknown): string => createHash("sha256").update(canonicalJson(value)).digest("hex");
