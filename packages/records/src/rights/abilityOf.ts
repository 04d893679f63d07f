import { createMongoAbility, type MongoAbility, type RawRuleOf } from "@casl/ability";
import type { RightsAction, RightsRule } from "@sluice/domain";
import type { Asker } from "../person/asker.ts";

export type RecordAbility = MongoAbility<[RightsAction, string]>;
type Rule = RawRuleOf<RecordAbility>;

/** Whose records a scope reaches, as conditions on the record; each scope holds the narrower ones. */
const reachOf = (scope: RightsRule["scope"], asker: Asker): readonly NonNullable<Rule["conditions"]>[] | null => {
  const own = { owner: asker.id };
  switch (scope) {
    case "own":
      return [own];
    case "department":
      return [own, { department: asker.departmentId }];
    case "departmentAndBelow":
      return [own, { department: { $in: [asker.departmentId, ...asker.departmentsBelow] } }];
    case "all":
      return null;
  }
};

/** What a person may do with which records, as a CASL ability: the rules of all their roles together. */
export const abilityOf = (rules: readonly RightsRule[], asker: Asker): RecordAbility =>
  createMongoAbility<RecordAbility>(
    rules
      .filter((rule) => asker.roles.includes(rule.role))
      .flatMap((rule): Rule[] => {
        const allowed = { action: rule.action, subject: rule.recordType };
        return reachOf(rule.scope, asker)?.map((conditions) => ({ ...allowed, conditions })) ?? [allowed];
      }),
  );
