import type { RecordTypeKey } from "../recordSchemas.ts";

/** The roles that ship, by key. */
export const roles = [
  "admin",
  "rep",
  "salesManager",
  "costEngineer",
  "finance",
  "productManager",
  "generalManager",
] as const;
export type Role = (typeof roles)[number];

/** What can be done with a record. `move` is pressing its process's buttons; each move narrows it further. */
export const rightsActions = ["read", "create", "patch", "delete", "export", "move"] as const;
export type RightsAction = (typeof rightsActions)[number];

/** Whose records: the person's own, their department's, that and all below it, everybody's. Each holds the ones before it. */
export const rightsScopes = ["own", "department", "departmentAndBelow", "all"] as const;
export type RightsScope = (typeof rightsScopes)[number];

/** What a person gets of a field, weakest first. */
export const fieldAccesses = ["hidden", "masked", "read", "edit"] as const;
export type FieldAccess = (typeof fieldAccesses)[number];

/**
 * One thing that one role may do with one record type, for the records in its scope.
 *
 * `fields` names what differs from the rule's default (`read` for reading and exporting, `edit` for creating and changing); a
 * path covers what is under it (`lines` covers `lines.unitCost`), and `*` is every field not named. A person has a right when
 * any rule of any of their roles gives it; of a field they get the most that any such rule gives for that very record.
 */
export interface RightsRule {
  readonly role: Role;
  readonly recordType: RecordTypeKey;
  readonly action: RightsAction;
  readonly scope: RightsScope;
  readonly fields?: Readonly<Record<string, FieldAccess>>;
}
