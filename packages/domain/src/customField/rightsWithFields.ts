import { fieldAccesses, type FieldAccess, type RightsRule } from "../rights/rightsRule.ts";
import type { CustomField } from "./customField.ts";

const least = (one: FieldAccess, other: FieldAccess): FieldAccess =>
  fieldAccesses.indexOf(one) < fieldAccesses.indexOf(other) ? one : other;

/** What an action can give of a field at most: only creating and changing edit. */
const MOST: Readonly<Record<RightsRule["action"], FieldAccess>> = {
  read: "read",
  export: "read",
  create: "edit",
  patch: "edit",
  delete: "read",
  move: "read",
};

/**
 * The table of rights with what custom fields give each role: never more than the rule gives of other fields.
 *
 * A field that says nothing of a role is as the role's rule has the fields it does not name.
 */
export const rightsWithFields = (
  rules: readonly RightsRule[],
  fields: readonly CustomField[],
): readonly RightsRule[] => {
  const limited = fields.filter(({ rights = {} }) => Object.keys(rights).length > 0);
  if (limited.length === 0) return rules;
  return rules.map((rule) => {
    const own = limited.flatMap(({ recordType, key, rights = {} }) => {
      const given = rights[rule.role];
      if (recordType !== rule.recordType || given === undefined) return [];
      return [[key, least(given, least(rule.fields?.["*"] ?? MOST[rule.action], MOST[rule.action]))] as const];
    });
    return own.length === 0 ? rule : { ...rule, fields: { ...rule.fields, ...Object.fromEntries(own) } };
  });
};
