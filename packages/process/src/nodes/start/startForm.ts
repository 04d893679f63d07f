import { problem, type Problem } from "@sluice/problems";
import type { FormField } from "../../definition/form.ts";
import { isEmptyValue } from "../../kernel/form.ts";
import type { Json } from "../../kernel/json.ts";
import type { StartNode } from "./schema.ts";

type Values = { readonly [path: string]: Json };

/** What a start asks a person for; nothing where it begins otherwise. */
export const startFormOf = ({ trigger }: Pick<StartNode, "trigger">): readonly FormField[] =>
  trigger.on === "manual" ? (trigger.form ?? []) : [];

/** The fields that a start does not open, though they were filled in. */
export const closedFields = (form: readonly FormField[], values: Values): readonly Problem[] => {
  const open = new Set(form.filter(({ access }) => access === "edit" || access === "required").map(({ path }) => path));
  return Object.keys(values)
    .filter((path) => !open.has(path))
    .map((field) => problem("FIELD_NOT_ALLOWED", { field }));
};

/** The fields that a start cannot do without and that stand empty in the record. */
export const missingFields = (form: readonly FormField[], fields: Values): readonly Problem[] =>
  form
    .filter(({ access, path }) => access === "required" && isEmptyValue(fields[path]))
    .map(({ path }) => problem("REQUIRED_FIELD", { field: path }));
