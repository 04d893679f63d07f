import { searchTokens, withCustomFields, type CustomField, type RecordSchema } from "@sluice/domain";
import type { RecordType } from "../registry/recordType.ts";
import type { StoredRecord } from "../registry/storedRecord.ts";
import { textIn } from "../values/fieldValues.ts";

const tokensOf = (schema: RecordSchema, type: RecordType): RecordType["extraColumns"] => {
  const searched = Object.entries(schema.fields).filter(
    ([, field]) => field.custom === true && field.searchable === true,
  );
  if (searched.length === 0) return type.extraColumns;
  return (record: StoredRecord) => {
    const own = type.extraColumns?.(record) ?? {};
    const texts = searched.map(([path]) => textIn(record.fields, path));
    const known = Array.isArray(own["tokens"]) ? (own["tokens"] as readonly string[]) : [];
    return { ...own, tokens: [...new Set([...known, ...searchTokens(texts)])].toSorted() };
  };
};

/** A record type as the door knows it, with the fields that admins gave it. */
export const withFields = (type: RecordType, fields: readonly CustomField[]): RecordType => {
  const schema = withCustomFields(type.schema, fields);
  if (schema === type.schema) return type;
  const extraColumns = tokensOf(schema, type);
  return { ...type, schema, ...(extraColumns === undefined ? {} : { extraColumns }) };
};
