import { subject } from "@casl/ability";
import { accessTo, type RightsAction, type RightsQuestion, type RightsRule } from "@sluice/domain";
import { problem, Refusal, type Problem } from "@sluice/problems";
import type { Asker } from "../person/asker.ts";
import type { StoredRecord } from "../registry/storedRecord.ts";
import { abilityOf } from "./abilityOf.ts";

/** How a person stands to a record, with the rules that apply: what the rights table is asked with. */
export const questionOf = (rules: readonly RightsRule[], asker: Asker, record: StoredRecord): RightsQuestion => {
  const { owner, department } = record.fields;
  return {
    rules,
    roles: asker.roles,
    recordType: record.type,
    relation: {
      isOwner: owner === asker.id,
      inDepartment: department === asker.departmentId,
      inDepartmentOrBelow:
        department === asker.departmentId ||
        (typeof department === "string" && asker.departmentsBelow.includes(department)),
    },
  };
};

/** Whether a person may do something with a record. */
export const isAuthorised = (
  rules: readonly RightsRule[],
  asker: Asker,
  wish: { readonly action: RightsAction; readonly record: StoredRecord },
): boolean => abilityOf(rules, asker).can(wish.action, subject(wish.record.type, { ...wish.record.fields }) as never);

/** A refusal by rights: noted in the audit trail, also where the answer is that there is no such record. */
export class RightsRefusal extends Refusal {}

/**
 * Lets a person through, or not. A record that they may not even read is not there for them.
 *
 * @problem NOT_FOUND - they may not read it
 * @problem NOT_ALLOWED - they may read it, but not do this
 */
export const authorise = (
  rules: readonly RightsRule[],
  asker: Asker,
  wish: { readonly action: RightsAction; readonly record: StoredRecord },
): void => {
  if (isAuthorised(rules, asker, wish)) return;
  const recordType = wish.record.type;
  const mayRead = wish.action === "create" || isAuthorised(rules, asker, { action: "read", record: wish.record });
  throw new RightsRefusal([
    mayRead ? problem("NOT_ALLOWED", { action: wish.action, recordType }) : problem("NOT_FOUND", { recordType }),
  ]);
};

/**
 * Lets a person through who may do any of this with a record; nothing is asked where it is empty. Else what is refused is the last.
 *
 * @problem NOT_FOUND - they may not read it
 * @problem NOT_ALLOWED - they may read it, but do none of this
 */
export const authoriseAny = (
  rules: readonly RightsRule[],
  asker: Asker,
  { actions, record }: { readonly actions: readonly RightsAction[]; readonly record: StoredRecord },
): void => {
  const last = actions.at(-1);
  if (last === undefined || actions.some((action) => isAuthorised(rules, asker, { action, record }))) return;
  authorise(rules, asker, { action: last, record });
};

/**
 * What stands against writing these fields of a record.
 *
 * @problem FIELD_NOT_ALLOWED - the person's rights do not open a field
 */
export const problemsOfFields = (
  rules: readonly RightsRule[],
  asker: Asker,
  {
    action,
    record,
    paths,
  }: { readonly action: "create" | "patch"; readonly record: StoredRecord; readonly paths: readonly string[] },
): readonly Problem[] => {
  const question = questionOf(rules, asker, record);
  return paths
    .filter((path) => accessTo(question, action, path) !== "edit")
    .map((field) => problem("FIELD_NOT_ALLOWED", { field }));
};
