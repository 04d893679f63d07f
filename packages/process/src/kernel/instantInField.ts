import type { Fact } from "./fact.ts";
import type { Json } from "./json.ts";
import type { Step } from "./step.ts";

const DATE_LENGTH = "2026-11-22".length;

const isDate = (value: Json): value is string =>
  typeof value === "string" && value !== "" && value.length <= DATE_LENGTH;

const endOf = (on: string): Fact => ({ fact: "endOfDay", on });

/** The instant in a field: an instant is itself, a date its last moment; null when the field is empty. */
export const instantInField = (step: Step, path: string): string | null => {
  const value = step.fields([path]).get(path) ?? null;
  if (typeof value !== "string" || value === "") return null;
  if (!isDate(value)) return value;
  const others = step.plan.foreseen.times.map((time) => step.knownField(time)).filter(isDate);
  return step.look([endOf(value)], () => others.map(endOf))[0] as string;
};
