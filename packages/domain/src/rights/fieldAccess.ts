import type { RecordSchema } from "../field/recordSchema.ts";
import { fieldAccesses, type FieldAccess, type RightsAction, type RightsRule, type RightsScope } from "./rightsRule.ts";

/** How a person stands to one record. */
export interface RecordRelation {
  readonly isOwner: boolean;
  readonly inDepartment: boolean;
  readonly inDepartmentOrBelow: boolean;
}

const reaches = (scope: RightsScope, relation: RecordRelation): boolean => {
  switch (scope) {
    case "all":
      return true;
    case "departmentAndBelow":
      return relation.isOwner || relation.inDepartment || relation.inDepartmentOrBelow;
    case "department":
      return relation.isOwner || relation.inDepartment;
    case "own":
      return relation.isOwner;
  }
};

/** Who asks what of which record. */
export interface RightsQuestion {
  readonly rules: readonly RightsRule[];
  readonly roles: readonly string[];
  readonly recordType: string;
  readonly relation: RecordRelation;
}

/** The rules that give a person an action on a record, by their roles and how they stand to it. */
export const rulesFor = (
  { rules, roles, recordType, relation }: RightsQuestion,
  action: RightsAction,
): readonly RightsRule[] =>
  rules.filter(
    (rule) =>
      rule.recordType === recordType &&
      rule.action === action &&
      roles.includes(rule.role) &&
      reaches(rule.scope, relation),
  );

/** True when any rule of any role gives the action. */
export const mayDo = (question: RightsQuestion, action: RightsAction): boolean => rulesFor(question, action).length > 0;

const rank = (access: FieldAccess): number => fieldAccesses.indexOf(access);
const isWrite = (action: RightsAction): boolean => action === "create" || action === "patch";

/** What one rule gives of a field: its own entry, else the nearest entry above it, else `*`, else the action's default. */
export const accessBy = (rule: RightsRule, path: string): FieldAccess => {
  const parts = path.split(".");
  for (let length = parts.length; length > 0; length -= 1) {
    const own = rule.fields?.[parts.slice(0, length).join(".")];
    if (own !== undefined) return own;
  }
  return rule.fields?.["*"] ?? (isWrite(rule.action) ? "edit" : "read");
};

/** The most that a person gets of a field through one action; `hidden` when no rule gives the action at all. */
export const accessTo = (question: RightsQuestion, action: RightsAction, path: string): FieldAccess =>
  rulesFor(question, action)
    .map((rule) => accessBy(rule, path))
    .reduce<FieldAccess>((most, access) => (rank(access) > rank(most) ? access : most), "hidden");

/**
 * What a person gets of every field of one record: `edit` where they may read and change it.
 *
 * Derived fields are never `edit`, nor are those that were put away: of them, what processes saw is still shown by it. A field that may not be read is not editable either, whatever the patch rules say.
 */
export const fieldAccessOf = (schema: RecordSchema, question: RightsQuestion): Readonly<Record<string, FieldAccess>> =>
  Object.fromEntries(
    Object.entries({ ...schema.fields, ...schema.archivedFields }).map(([path, field]) => {
      const read = accessTo(question, "read", path);
      const canEdit =
        read === "read" &&
        field.derived !== true &&
        field.archived !== true &&
        accessTo(question, "patch", path) === "edit";
      return [path, canEdit ? "edit" : read];
    }),
  );
