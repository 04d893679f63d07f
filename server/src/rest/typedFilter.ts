import { findRecordSchema } from "@sluice/domain";

const yesOrNo: Readonly<Record<string, boolean>> = { true: true, false: false };

/** The value of one field, as its kind has it: an address holds only text. What is none of its kind stays text, to be refused. */
const typed = (kind: string | undefined, value: unknown): unknown => {
  if (typeof value !== "string") return value;
  if (kind === "boolean") return yesOrNo[value] ?? value;
  return kind === "integer" && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
};

/** Reads the filter of a list of records by the kinds of their fields. */
export const typedFilter = (recordType: string, filter: object): Record<string, unknown> => {
  const fields = findRecordSchema(recordType)?.fields ?? {};
  return Object.fromEntries(
    Object.entries(filter).map(([path, value]) => [
      path,
      typed(Object.hasOwn(fields, path) ? fields[path]?.type : undefined, value),
    ]),
  );
};
