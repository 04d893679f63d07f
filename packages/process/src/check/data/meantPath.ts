import { fieldAt, schemaBehind } from "../../expression/typedEnvironment.ts";
import type { RecordSchemas } from "../../kernel/recordSchemas.ts";
import { nearestName } from "../nearestName.ts";

/** A path that leads to a field, in the place of one that does not: which of its members is another, and under which name. */
export interface MeantPath {
  readonly path: string;
  readonly member: number;
  readonly name: string;
}

/** The fields that may be asked for behind the first members of a path; nothing that was put away is offered. */
const namesBehind = (schemas: RecordSchemas, recordType: string, members: readonly string[]): readonly string[] => {
  const fields = schemaBehind(schemas, recordType, members).schema?.fields ?? {};
  return Object.entries(fields).flatMap(([key, { archived }]) => (archived === true ? [] : [key]));
};

/** Tells which path was meant by one that leads to no field: the nearest name in the place of the first member that is none. */
export const meantPath = (schemas: RecordSchemas, recordType: string, path: string): MeantPath | null => {
  const members = path.split(".");
  const member = members.findIndex(
    (_name, index) => fieldAt(schemas, recordType, members.slice(0, index + 1).join(".")) === null,
  );
  if (member < 0) return null;
  const name = nearestName(members[member] ?? "", namesBehind(schemas, recordType, members.slice(0, member)));
  if (name === null) return null;
  const meant = members.with(member, name).join(".");
  return fieldAt(schemas, recordType, meant) === null ? null : { path: meant, member, name };
};
