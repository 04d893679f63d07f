/** Reading a runner's report, which is JSON of which nothing is sure. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** The number at `key`; 0 where there is none. */
export const numberAt = (value: Record<string, unknown>, key: string): number => {
  const found = value[key];
  return typeof found === "number" ? found : 0;
};

/** The text at `key`; empty where there is none. */
export const textAt = (value: unknown, key: string): string => {
  const found = isObject(value) ? value[key] : undefined;
  return typeof found === "string" ? found : "";
};

/** The list at `key`; empty where there is none. */
export const listAt = (value: unknown, key: string): readonly unknown[] => {
  const found = isObject(value) ? value[key] : undefined;
  return Array.isArray(found) ? found : [];
};
