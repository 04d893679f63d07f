import type { LocalText } from "@sluice/problems";
import type { Choice, FieldDefault, FieldType, TextFormat } from "../field/recordSchema.ts";
import type { FieldAccess, Role } from "../rights/rightsRule.ts";

/** What a custom field may hold. */
export const customFieldTypes = [
  "text",
  "longText",
  "integer",
  "decimal",
  "share",
  "money",
  "date",
  "instant",
  "boolean",
  "choice",
  "multiChoice",
  "reference",
] as const satisfies readonly FieldType[];
export type CustomFieldType = (typeof customFieldTypes)[number];

/** Everything an admin says of a field. What is left out is not limited, not asked for, not offered. */
export interface CustomFieldSettings {
  readonly type: CustomFieldType;
  readonly label: LocalText;
  readonly help?: LocalText;
  readonly required?: boolean;
  readonly unique?: boolean;
  /** Lists are filtered and sorted by it. */
  readonly filterable?: boolean;
  /** Records are found by the words in it. */
  readonly searchable?: boolean;
  readonly default?: FieldDefault;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: string;
  readonly max?: string;
  readonly choices?: readonly Choice[];
  readonly refersTo?: string;
  readonly format?: TextFormat;
  /** What an amount is in, where its record has no currency of its own. */
  readonly currency?: string;
  /** What a role gets of it at most; a role that is not named gets what it gets of the record. */
  readonly rights?: Readonly<Partial<Record<Role, FieldAccess>>>;
}

/** A custom field as it stands: what was said of it, and what is known of it. */
export interface CustomField extends CustomFieldSettings {
  readonly recordType: string;
  /** `c_…`: stable, and what conditions, imports and the API call it. */
  readonly key: string;
  readonly archived: boolean;
  /** Whether the index that lists lean on stands. */
  readonly indexed: boolean;
}

/** The most custom fields that one record type may have, those put away included. */
export const MOST_CUSTOM_FIELDS = 100;

const KEY = /^c_[a-z][A-Za-z0-9]{0,38}$/u;

/** Whether a text may be the key of a custom field: `c_`, a small letter, then letters and digits, 41 signs at most. */
export const isCustomFieldKey = (text: string): boolean => KEY.test(text);
