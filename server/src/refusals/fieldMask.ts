import { accessTo, type FieldAccess, findRecordSchema, maskText, rightsRules } from "@sluice/domain";
import type { Json } from "@sluice/process";
import type { Reader } from "../ports.ts";

/** What stands in the place of a value that its reader may not see. */
export const HIDDEN = "•••";

/** Shows a field's value as far as its reader may see it; the path may go through references. */
export type FieldMask = (path: string, value: Json) => Json;

const NOBODY_OF_IT = { isOwner: false, inDepartment: false, inDepartmentOrBelow: false };

/** What a reader gets of a field of another record, of which nothing is known here: what their roles give a stranger. */
const accessElsewhere = (reader: Reader, recordType: string, path: string): FieldAccess =>
  accessTo({ rules: rightsRules, roles: reader.roles, recordType, relation: NOBODY_OF_IT }, "read", path);

const accessOf = (
  reader: Reader,
  recordType: string,
  rights: Readonly<Record<string, FieldAccess>>,
  path: string,
): FieldAccess => {
  const [first = "", ...rest] = path.split(".");
  const field = findRecordSchema(recordType)?.fields[first];
  const own = rights[first];
  if (own === undefined || own === "hidden" || rest.length === 0)
    return own ?? (field === undefined ? "read" : "hidden");
  if (field?.type !== "reference" || field.refersTo === undefined) return own;
  return field.refersTo === "person" || field.refersTo === "department"
    ? "read"
    : accessElsewhere(reader, field.refersTo, rest.join("."));
};

/**
 * Makes the mask of one reader for what rules saw of one record. Hidden values become dots, masked ones are shown in part.
 *
 * `rights` are the reader's rights on the record's own fields; what lies behind a reference is shown only when their roles
 * give it for any record of that type.
 */
export const fieldMask =
  (reader: Reader, recordType: string, rights: Readonly<Record<string, FieldAccess>>): FieldMask =>
  (path, value) => {
    if (value === null) return null;
    const access = accessOf(reader, recordType, rights, path);
    if (access === "hidden") return HIDDEN;
    return access === "masked" ? (typeof value === "string" ? maskText(value) : HIDDEN) : value;
  };
