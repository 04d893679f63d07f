import type { Json } from "@sluice/process";

/** Values by field path. Decimals, instants and dates are strings, references ids, lines lists of objects with their `id`. */
export type Fields = Readonly<Record<string, Json>>;

/** Which record is meant. */
export interface RecordRef {
  readonly type: string;
  readonly id: string;
}

/**
 * A record as it stands. `fields` holds the fields of its schema and the common ones: `number`, `owner`, `department`,
 * `stage`, `createdAt`, `createdBy`, `updatedAt`, `updatedBy`, `deletedAt`; custom fields stand among them by their keys.
 */
export interface StoredRecord extends RecordRef {
  readonly version: number;
  readonly fields: Fields;
}
