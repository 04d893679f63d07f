import type { LocalText } from "@sluice/problems";

/**
 * What a field holds. `money` and `decimal` are decimal strings in JSON, `share` a decimal string between 0 and 1 (13 % =
 * "0.13"), `multiChoice` a list of keys in the order of its choices.
 */
export type FieldType =
  | "text"
  | "longText"
  | "integer"
  | "decimal"
  | "share"
  | "money"
  | "boolean"
  | "date"
  | "instant"
  | "choice"
  | "multiChoice"
  | "reference"
  | "lines"
  | "localText";

/** What a text must look like besides being text. */
export const textFormats = ["email", "phone", "url"] as const;
export type TextFormat = (typeof textFormats)[number];

/** One of a fixed list. An archived one stays readable in old records and is no choice any more. */
export interface Choice {
  readonly key: string;
  readonly label: LocalText;
  readonly archived?: boolean;
}

/** One field of a record type: what forms, lists, filters, expressions, import and the API know about it. */
export interface FieldSchema {
  readonly type: FieldType;
  readonly label: LocalText;
  readonly required?: boolean;
  /** Computed by the door or the process; never written by a person. */
  readonly derived?: boolean;
  /** The fields of the same record that it is computed from: the step that changes one of them cannot read it yet. */
  readonly derivedFrom?: readonly string[];
  /** A derived one that the door sets at every write, so it is never empty. */
  readonly alwaysSet?: boolean;
  /** The record type a reference points to (`person` included). */
  readonly refersTo?: string;
  readonly choices?: readonly Choice[];
  /** The fields of a line, for `lines`. */
  readonly lineFields?: Readonly<Record<string, FieldSchema>>;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: string;
  readonly max?: string;
  readonly sortable?: boolean;
  readonly filterable?: boolean;
  /** Added by an admin: it stands in the record's `custom`, not in a column of its own. */
  readonly custom?: boolean;
  /** A word of help beside its label. */
  readonly help?: LocalText;
  readonly format?: TextFormat;
  /** What amounts are in, where their record has no currency of its own. */
  readonly currency?: string;
  /** What a role gets of it at most; a role that is not named gets what it gets of the record. */
  readonly rights?: Readonly<Record<string, string>>;
  /** What a new record holds where nothing is said of the field. */
  readonly default?: FieldDefault;
  /** No two records hold the same value. */
  readonly unique?: boolean;
  /** Found by the words in it. */
  readonly searchable?: boolean;
  /** Put away: nobody fills it in any more. */
  readonly archived?: boolean;
  /** Offered to lists as soon as its index is built. */
  readonly indexing?: boolean;
}

/** A default as JSON holds it. */
export type FieldDefault = string | number | boolean | readonly string[];

/** A record type as data. `fields` are in the order of forms. */
export interface RecordSchema {
  readonly type: string;
  readonly label: LocalText;
  readonly plural: LocalText;
  /** The prefix of human numbers (`Q` → `Q-2026-000123`); null when the type has none. */
  readonly numberPrefix: string | null;
  /** The field that names a record to people. */
  readonly titleField: string;
  /** The reference that says what a record without a name of its own is about: people are shown that one's name. */
  readonly about?: string;
  readonly fields: Readonly<Record<string, FieldSchema>>;
  /** Custom fields that were put away: nobody fills them in any more, and what running processes read of them stays. */
  readonly archivedFields?: Readonly<Record<string, FieldSchema>>;
}

/** A field of a record type, put away or not; null when there never was one. */
export const knownField = (schema: RecordSchema | undefined, path: string): FieldSchema | null => {
  if (schema === undefined) return null;
  if (Object.hasOwn(schema.fields, path)) return schema.fields[path] ?? null;
  const { archivedFields = {} } = schema;
  return Object.hasOwn(archivedFields, path) ? (archivedFields[path] ?? null) : null;
};
