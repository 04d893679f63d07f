import { mayDo, rightsRules, roles as shippedRoles, type RightsAction } from "@sluice/domain";
import { problem, type Problem } from "@sluice/problems";
import type { CaseEvent } from "../kernel/event.ts";
import type { Plan } from "../kernel/plan.ts";
import { rightsNeeded } from "../rights/rightsNeeded.ts";
import type { SimulatedPerson, SimulatedWorld } from "./world.ts";

/** What somebody needs to be able to do with the record for this; any of it is enough, and none where nothing is needed. */
const needed = ({ definition: { kind } }: Plan, event: CaseEvent): readonly RightsAction[] => {
  switch (event.type) {
    case "start":
    case "move":
      return rightsNeeded(kind, event.type);
    case "task":
      return rightsNeeded(kind, event.act.do);
    default:
      return [];
  }
};

/** A person of a firm whose roles nobody has heard of: what they may is not known, and not held against them. */
const isUnknown = ({ roles }: SimulatedPerson): boolean =>
  roles.some((role) => !(shippedRoles as readonly string[]).includes(role));

/** How a person stands to the record. What the world does not tell of departments speaks for them. */
const relationOf = ({ record, ownerId, people }: SimulatedWorld, { id, department }: SimulatedPerson) => {
  const its = record["department"] ?? people.find((person) => person.id === ownerId)?.department;
  return {
    isOwner: ownerId === undefined || ownerId === id,
    inDepartment: department === undefined || typeof its !== "string" || its === department,
    inDepartmentOrBelow: true,
  };
};

/**
 * What the rights of a person hold against an event, as the door says it before it asks the kernel: by the roles that ship, and by
 * how they stand to the record.
 *
 * @problem NOT_FOUND - they may not read the record
 * @problem NOT_ALLOWED - they may read it, but not do this
 */
export const problemsOfRights = (plan: Plan, world: SimulatedWorld, event: CaseEvent): readonly Problem[] => {
  const { actor } = event;
  const actions = needed(plan, event);
  const person = actor.kind === "person" ? world.people.find(({ id }) => id === actor.personId) : undefined;
  const { recordType } = plan.definition;
  if (person === undefined || actions.length === 0 || isUnknown(person)) return [];
  if (!rightsRules.some((rule) => rule.recordType === recordType)) return [];
  const question = { rules: rightsRules, roles: person.roles, recordType, relation: relationOf(world, person) };
  if (actions.some((action) => mayDo(question, action))) return [];
  return mayDo(question, "read")
    ? [problem("NOT_ALLOWED", { action: actions.at(-1) ?? "read", recordType })]
    : [problem("NOT_FOUND", { recordType })];
};
