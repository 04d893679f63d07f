import type { Step } from "./step.ts";

const DATE_LENGTH = "2026-11-22".length;

/** The instant in a field: an instant is itself, a date its last moment; null when the field is empty. */
export const instantInField = (step: Step, path: string): string | null => {
  const value = step.fields([path]).get(path);
  if (typeof value !== "string" || value === "") return null;
  if (value.length > DATE_LENGTH) return value;
  return step.look([{ fact: "endOfDay", on: value }])[0] as string;
};
