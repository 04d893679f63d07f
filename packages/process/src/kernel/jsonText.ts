import type { Json } from "./json.ts";

/** A value as text: what is text or number stays as it reads, lists and maps become their JSON. */
export const jsonText = (value: Json): string =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
