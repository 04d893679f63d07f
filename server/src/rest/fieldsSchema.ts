import type { FieldSchema, RecordSchema } from "@sluice/domain";
import type { JsonSchema } from "./hoistDefinitions.ts";

const FORMATS: Readonly<Record<string, string>> = { email: "email", url: "uri" };

const keysOf = ({ choices = [] }: FieldSchema): JsonSchema => ({
  enum: choices.filter(({ archived }) => archived !== true).map(({ key }) => key),
});

const lengthsOf = ({ minLength, maxLength, format }: FieldSchema): JsonSchema => ({
  ...(minLength === undefined ? {} : { minLength }),
  ...(maxLength === undefined ? {} : { maxLength }),
  ...(format === undefined || FORMATS[format] === undefined ? {} : { format: FORMATS[format] }),
});

/** A value of a field as JSON has it: exact numbers are texts. */
const valueOf = (field: FieldSchema): JsonSchema => {
  switch (field.type) {
    case "text":
    case "longText":
      return { type: "string", ...lengthsOf(field) };
    case "integer":
      return { type: "integer" };
    case "decimal":
    case "share":
    case "money":
      return { type: "string", pattern: String.raw`^-?\d+(\.\d+)?$` };
    case "boolean":
      return { type: "boolean" };
    case "date":
      return { type: "string", format: "date" };
    case "instant":
      return { type: "string", format: "date-time" };
    case "choice":
      return { type: "string", ...keysOf(field) };
    case "multiChoice":
      return { type: "array", items: { type: "string", ...keysOf(field) } };
    case "reference":
      return { type: "string", format: "uuid", description: `The id of a ${field.refersTo ?? "record"}` };
    case "lines":
      return { type: "array", items: fieldsOf(field.lineFields ?? {}) };
    case "localText":
      return { type: "object", properties: { en: { type: "string" }, zh: { type: "string" } } };
  }
};

const fieldsOf = (fields: RecordSchema["fields"]): JsonSchema => ({
  type: "object",
  properties: Object.fromEntries(
    Object.entries(fields)
      .filter(([, { derived }]) => derived !== true)
      .map(([path, field]) => [
        path,
        {
          title: field.label.en,
          ...(field.help === undefined ? {} : { description: field.help.en }),
          anyOf: [valueOf(field), { type: "null" }],
        },
      ]),
  ),
});

/** What people write into a record of a type, for the document: its own fields and those that admins added. */
export const fieldsSchema = ({ fields }: RecordSchema): JsonSchema => fieldsOf(fields);
