import type { RecordSchemas } from "../kernel/recordSchemas.ts";
import { fieldAt } from "./typedEnvironment.ts";

/** What people call the field at a path, in both languages: the labels on the way to it, else the path itself. */
export const fieldName = (
  schemas: RecordSchemas,
  recordType: string,
  path: string,
): { readonly en: string; readonly zh: string } => {
  const members = path.split(".");
  const labels = members.map((_, index) => {
    const field = fieldAt(schemas, recordType, members.slice(0, index + 1).join("."));
    return field === null || field === "any" ? null : field.label;
  });
  if (labels.includes(null)) return { en: path, zh: path };
  const inOne = (language: "en" | "zh"): string =>
    labels.map((label, index) => label?.[language] || label?.en || (members[index] ?? "")).join(" · ");
  return { en: inOne("en"), zh: inOne("zh") };
};
