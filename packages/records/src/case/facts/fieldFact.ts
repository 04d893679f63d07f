import { knownField } from "@sluice/domain";
import type { Json } from "@sluice/process";
import type { FactContext } from "../../registry/recordContext.ts";
import type { RecordTypes } from "../../registry/recordTypes.ts";
import type { StoredRecord } from "../../registry/storedRecord.ts";

const memberOf = (value: Json, name: string): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? ((value as { readonly [key: string]: Json })[name] ?? null)
    : null;

/**
 * The value at a path from a record: through to-one references (`customer.grade`) and to derived facts
 * (`costSheet.valid`). Null when something on the way is empty or is no field. Every record on the way is locked and watched.
 */
export const valueAtPath = async (
  record: StoredRecord,
  path: string,
  by: { readonly types: RecordTypes; readonly look: FactContext },
): Promise<Json> => {
  const [name = "", ...rest] = path.split(".");
  const type = by.types.get(record.type);
  const derived = type.derivedFacts?.[name];
  const value =
    name === "id" ? record.id : derived === undefined ? (record.fields[name] ?? null) : await derived(record, by.look);
  if (rest.length === 0 || value === null) return value;
  const target = knownField(type.schema, name)?.refersTo;
  if (target === undefined || typeof value !== "string") return rest.reduce(memberOf, value);
  const next = await by.look.record({ type: target, id: value });
  return next === null ? null : valueAtPath(next, rest.join("."), by);
};
