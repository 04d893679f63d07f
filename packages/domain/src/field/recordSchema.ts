import type { LocalText } from "@sluice/problems";

/** What a field holds. `money` and `decimal` are decimal strings in JSON, `share` a decimal string between 0 and 1 (13 % = "0.13"). */
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
  | "reference"
  | "lines"
  | "localText";

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
  readonly choices?: readonly { readonly key: string; readonly label: LocalText }[];
  /** The fields of a line, for `lines`. */
  readonly lineFields?: Readonly<Record<string, FieldSchema>>;
  readonly maxLength?: number;
  readonly min?: string;
  readonly max?: string;
  readonly sortable?: boolean;
  readonly filterable?: boolean;
}

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
}
