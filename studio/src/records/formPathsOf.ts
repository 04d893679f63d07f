import type { RecordSchema } from "@sluice/domain";

/** Shown elsewhere on the page: in the head, the sums, or the history. */
const shownElsewhere: ReadonlySet<string> = new Set([
  "number",
  "stage",
  "createdAt",
  "updatedAt",
  "listTotal",
  "total",
  "effectiveDiscount",
  "costTotal",
  "margin",
  "contentHash",
  "signedAt",
  "signedBy",
  "stale",
  "valid",
  "asAgreed",
  "revision",
  "revisionOf",
]);

/** The fields of a record's form, in the order of its schema: texts of several lines last. */
export const formPathsOf = (schema: RecordSchema): readonly string[] => {
  const paths = Object.entries(schema.fields).filter(
    ([path, field]) => field.type !== "lines" && !shownElsewhere.has(path),
  );
  const isLong = (type: string): boolean => type === "longText";
  return [...paths.filter(([, field]) => !isLong(field.type)), ...paths.filter(([, field]) => isLong(field.type))].map(
    ([path]) => path,
  );
};
