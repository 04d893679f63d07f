import type { RecordSchema } from "@sluice/domain";
import type { LocalText } from "@sluice/problems";
import type { BlockValueType } from "@sluice/process";
import { createContext, useContext } from "react";

export interface Named {
  readonly key: string;
  readonly label: LocalText | string;
}

/** What a block takes under a name, and what it means. */
export interface BlockInputChoice extends Named {
  readonly type: BlockValueType;
  readonly required: boolean;
  /** A program reads it: values stand in it as they are kept. */
  readonly isExact?: boolean;
  /** It has paragraphs. */
  readonly isLong?: boolean;
}

/** A block as admins choose it: its inputs by name, with what each means. */
export interface BlockChoice extends Named {
  /** What it does, in a sentence. */
  readonly about?: LocalText;
  readonly inputs: readonly BlockInputChoice[];
  readonly outputs: readonly string[];
}

/** What the firm has to choose from while drawing: its roles, people, blocks, processes, rules and the fields of the record. */
export interface Catalogue {
  readonly roles: readonly Named[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** What everybody is called, those who are gone too, by their id. */
  readonly names: ReadonlyMap<string, string>;
  readonly blocks: readonly BlockChoice[];
  readonly processes: readonly Named[];
  readonly rules: readonly Named[];
  readonly schema: RecordSchema | null;
  /** All kinds of records by their key: what lies behind references. */
  readonly schemas: Readonly<Record<string, RecordSchema>>;
  /** Every kind of record the firm keeps. */
  readonly recordTypes: readonly Named[];
}

export const emptyCatalogue: Catalogue = {
  roles: [],
  people: [],
  names: new Map(),
  blocks: [],
  processes: [],
  rules: [],
  schema: null,
  schemas: {},
  recordTypes: [],
};

const CatalogueContext = createContext<Catalogue>(emptyCatalogue);
export const CatalogueProvider = CatalogueContext.Provider;
export const useCatalogue = (): Catalogue => useContext(CatalogueContext);
