import { problem, Refusal } from "@sluice/problems";
import type { RecordType } from "./recordType.ts";

/** The record types that a door knows, by name. */
export interface RecordTypes {
  /** @problem NOT_FOUND - there is no such type */
  get(type: string): RecordType;
  find(type: string): RecordType | null;
  readonly all: readonly RecordType[];
}

/** Builds the registry. Two types of one name are a bug. */
export const recordTypes = (types: readonly RecordType[]): RecordTypes => {
  const byName = new Map(types.map((it) => [it.schema.type, it]));
  if (byName.size !== types.length) throw new Error("two record types share a name");
  const find = (type: string): RecordType | null => byName.get(type) ?? null;
  return {
    all: types,
    find,
    get: (type) => {
      const found = find(type);
      if (found === null) throw new Refusal([problem("NOT_FOUND", { recordType: type })]);
      return found;
    },
  };
};
