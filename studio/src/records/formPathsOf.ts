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

/** The fields of a record's form, in the order of its schema: then what the door fills in, whose it is, and long texts last. */
export const formPathsOf = (schema: RecordSchema): readonly string[] => {
  const paths = Object.entries(schema.fields).filter(
    ([path, field]) => field.type !== "lines" && !shownElsewhere.has(path),
  );
  const rankOf = ([path, field]: (typeof paths)[number]): number =>
    field.type === "longText" ? 3 : path === "owner" || path === "department" ? 2 : field.derived === true ? 1 : 0;
  return paths.toSorted((one, other) => rankOf(one) - rankOf(other)).map(([path]) => path);
};
