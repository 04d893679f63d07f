import type { FieldSchema } from "../field/recordSchema.ts";
import type { CustomField, CustomFieldSettings, CustomFieldType } from "./customField.ts";

/** The types whose values have an order that people sort by. */
const SORTED: ReadonlySet<CustomFieldType> = new Set([
  "text",
  "integer",
  "decimal",
  "share",
  "money",
  "date",
  "instant",
]);

/** How a value of this field is read, whatever lists do with it. */
export const valueSchema = ({ filterable: _filterable, ...settings }: CustomFieldSettings): FieldSchema => ({
  ...settings,
  custom: true,
});

/** A custom field as forms, lists, conditions, imports and the API know it. */
export const customFieldSchema = ({
  recordType: _recordType,
  key: _key,
  archived,
  indexed,
  filterable = false,
  ...settings
}: CustomField): FieldSchema => ({
  ...valueSchema(settings),
  ...(archived ? { archived } : {}),
  ...(filterable && indexed ? { filterable: true, sortable: SORTED.has(settings.type) } : {}),
  ...(filterable && !indexed ? { indexing: true } : {}),
});
