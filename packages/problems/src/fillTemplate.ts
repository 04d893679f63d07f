import type { ProblemValue } from "./problemValue.ts";

const shown = (value: ProblemValue | undefined): string => {
  if (value === undefined || value === null) return "–";
  if (Array.isArray(value)) return value.map((item: ProblemValue) => shown(item)).join(", ");
  if (typeof value === "object") return JSON.stringify(value);
  return String(value);
};

/** Fills `{name}` places with values; a place without a value shows a dash, never the braces. */
export const fillTemplate = (template: string, values: Readonly<Record<string, ProblemValue>>): string =>
  template.replace(/\{(\w+)\}/g, (_all, key: string) => shown(values[key]));
