import { Decimal } from "@sluice/domain";
import type { Fields } from "../registry/storedRecord.ts";

/** A text, date, instant or reference among fields; null when it is empty. */
export const textIn = (fields: Fields, path: string): string | null => {
  const value = fields[path];
  return typeof value === "string" && value !== "" ? value : null;
};

/** A decimal among fields, exact; `otherwise` when it is empty. */
export const decimalIn = (fields: Fields, path: string, otherwise = "0"): Decimal =>
  new Decimal(textIn(fields, path) ?? otherwise);

/** The lines of a `lines` field. */
export const linesIn = (fields: Fields, path: string): readonly Fields[] => {
  const value = fields[path];
  return Array.isArray(value)
    ? value.filter((line): line is Fields => typeof line === "object" && line !== null && !Array.isArray(line))
    : [];
};

/** True when a field holds something else than before; a record without a before has changed nothing. */
export const isChanged = (path: string, fields: Fields, before: Fields | undefined): boolean =>
  before !== undefined && JSON.stringify(fields[path] ?? null) !== JSON.stringify(before[path] ?? null);
