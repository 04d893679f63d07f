import type { Json } from "./json.ts";

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Whether two values are the same, whatever the order of their keys: a database keeps another than it was given. */
export const isSameJson = (one: Json, other: Json): boolean => {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((it, at) => isSameJson(it as Json, (other[at] ?? null) as Json));
  if (!isObject(one) || !isObject(other)) return one === other;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSameJson(one[key] ?? null, other[key] ?? null))
  );
};
