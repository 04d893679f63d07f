import { problem, type Problem } from "@sluice/problems";
import type { FormField } from "../definition/form.ts";
import type { Json } from "./json.ts";
import type { Step } from "./step.ts";

type Values = { readonly [path: string]: Json };

/** Whether a required field counts as left empty: nothing, no text, or no line. */
export const isEmptyValue = (value: Json | undefined): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** What stands against taking a form: required fields that are empty, and fields that this form does not open. */
export const problemsOfForm = (step: Step, form: readonly FormField[], values: Values): readonly Problem[] => {
  const open = new Set(
    form.filter((field) => field.access === "edit" || field.access === "required").map((field) => field.path),
  );
  const closed = Object.keys(values).filter((path) => !open.has(path) && !path.startsWith("$"));
  const required = form.filter((field) => field.access === "required").map((field) => field.path);
  const stored = step.fields(required.filter((path) => !(path in values)));
  const missing = required.filter((path) => isEmptyValue(path in values ? values[path] : stored.get(path)));
  return [
    ...closed.map((field) => problem("FIELD_NOT_ALLOWED", { field })),
    ...missing.map((field) => problem("REQUIRED_FIELD", { field })),
  ];
};

/** Writes what a form brought. Names that begin with `$` speak to the kernel, not to the record. */
export const writeForm = (step: Step, values: Values): void => {
  for (const [path, value] of Object.entries(values)) if (!path.startsWith("$")) step.setField(path, value);
};
