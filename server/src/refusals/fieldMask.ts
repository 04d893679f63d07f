import { accessTo, type FieldAccess, knownField, maskText } from "@sluice/domain";
import type { Json } from "@sluice/process";
import type { Reader } from "../reader.ts";
import type { RecordWorld } from "../records/recordWorld.ts";

/** What stands in the place of a value that its reader may not see. */
export const HIDDEN = "•••";

/** Shows a field's value as far as its reader may see it; the path may go through references. */
export type FieldMask = (path: string, value: Json) => Json;

/** Who looks at which record, and what they get of its own fields. */
interface Looking {
  readonly reader: Reader;
  readonly recordType: string;
  readonly rights: Readonly<Record<string, FieldAccess>>;
}

const NOBODY_OF_IT = { isOwner: false, inDepartment: false, inDepartmentOrBelow: false };

/** What a reader gets of a field of another record, of which nothing is known here: what their roles give a stranger. */
const accessElsewhere = (
  { rights: rules }: RecordWorld,
  reader: Reader,
  { recordType, path }: { readonly recordType: string; readonly path: string },
): FieldAccess => accessTo({ rules, roles: reader.roles, recordType, relation: NOBODY_OF_IT }, "read", path);

const accessOf = (world: RecordWorld, { reader, recordType, rights }: Looking, path: string): FieldAccess => {
  const [first = "", ...rest] = path.split(".");
  const field = knownField(world.types.find(recordType)?.schema, first);
  const own = rights[first];
  if (own === undefined || own === "hidden" || rest.length === 0) return own ?? (field === null ? "read" : "hidden");
  if (field?.type !== "reference" || field.refersTo === undefined) return own;
  return field.refersTo === "person" || field.refersTo === "department"
    ? "read"
    : accessElsewhere(world, reader, { recordType: field.refersTo, path: rest.join(".") });
};

/**
 * Makes the mask of one reader for what rules saw of one record. Hidden values become dots, masked ones are shown in part.
 *
 * `rights` are the reader's rights on the record's own fields; what lies behind a reference is shown only when their roles
 * give it for any record of that type.
 */
export const fieldMask =
  (world: RecordWorld, looking: Looking): FieldMask =>
  (path, value) => {
    if (value === null) return null;
    const access = accessOf(world, looking, path);
    if (access === "hidden") return HIDDEN;
    return access === "masked" ? (typeof value === "string" ? maskText(value) : HIDDEN) : value;
  };
