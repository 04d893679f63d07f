import type { Json } from "@sluice/process";

/** A JSON value as text: plain values as they read, the rest as JSON, nothing as nothing. */
export const jsonText = (value: Json | undefined): string => {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : JSON.stringify(value);
};
