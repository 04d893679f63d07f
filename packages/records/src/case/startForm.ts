import { problem, type Problem } from "@sluice/problems";
import { isEmptyValue, type FormField, type Json, type NodeOf } from "@sluice/process";
import type { Fields } from "../registry/storedRecord.ts";

/** What a start asks a person for; nothing where it begins otherwise. */
export const startFormOf = ({ trigger }: NodeOf<"start">): readonly FormField[] =>
  trigger.on === "manual" ? (trigger.form ?? []) : [];

/** The fields that a start does not open, though they were filled in. */
export const closedFields = (
  form: readonly FormField[],
  values: Readonly<Record<string, Json>>,
): readonly Problem[] => {
  const open = new Set(form.filter(({ access }) => access === "edit" || access === "required").map(({ path }) => path));
  return Object.keys(values)
    .filter((path) => !open.has(path))
    .map((field) => problem("FIELD_NOT_ALLOWED", { field }));
};

/** The fields that a start cannot do without and that stand empty in the record. */
export const missingFields = (form: readonly FormField[], fields: Fields): readonly Problem[] =>
  form
    .filter(({ access, path }) => access === "required" && isEmptyValue(fields[path]))
    .map(({ path }) => problem("REQUIRED_FIELD", { field: path }));
