import type { FieldSchema, RecordSchema } from "../field/recordSchema.ts";
import type { CustomField } from "./customField.ts";
import { customFieldSchema } from "./customFieldSchema.ts";

type Fields = Readonly<Record<string, FieldSchema>>;

const fieldsOf = (fields: readonly CustomField[], archived: boolean): Fields =>
  Object.fromEntries(
    fields.filter((it) => it.archived === archived).map((it) => [it.key, customFieldSchema(it)] as const),
  );

/**
 * A record type with the fields that admins gave it: after its own, before whose it is.
 *
 * This is the one place where built-in and custom fields come together: whoever knows a record type knows it from here.
 */
export const withCustomFields = (schema: RecordSchema, fields: readonly CustomField[]): RecordSchema => {
  const own = fields.filter((it) => it.recordType === schema.type && !Object.hasOwn(schema.fields, it.key));
  if (own.length === 0) return schema;
  const builtIn = Object.entries(schema.fields);
  const owner = builtIn.findIndex(([path]) => path === "owner");
  const at = owner < 0 ? builtIn.length : owner;
  return {
    ...schema,
    fields: {
      ...Object.fromEntries(builtIn.slice(0, at)),
      ...fieldsOf(own, false),
      ...Object.fromEntries(builtIn.slice(at)),
    },
    archivedFields: fieldsOf(own, true),
  };
};
