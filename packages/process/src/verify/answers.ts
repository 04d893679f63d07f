import { problem } from "@sluice/problems";
import type { PeopleRule } from "../definition/people.ts";
import type { ProcessDefinition } from "../definition/processDefinition.ts";
import type { Fact } from "../kernel/fact.ts";
import type { Json } from "../kernel/json.ts";
import type { Plan } from "../kernel/plan.ts";
import { afterSpan } from "../simulate/spans.ts";
import type { Abstraction } from "./abstraction.ts";

/** The instant at which everything happens: what is due later is due after it, and rings when the exploration says so. */
export const NOW = "2027-01-01T00:00:00.000Z";

/** Who began the case, and anybody else. */
export const INITIATOR = "initiator";
export const SOMEBODY = "somebody";
/** Somebody else, where it matters whether the same person is asked again. */
const ANOTHER = "another";

/** Who begins a case by this start: a person, or nobody where a clock or a message does. */
export const initiatorOf = ({ trigger }: Plan["start"]): string | null =>
  ["schedule", "message", "webhook"].includes(trigger.on) ? null : INITIATOR;

const MAY_BE_NOBODY: ReadonlySet<PeopleRule["by"]> = new Set([
  "post",
  "departmentHead",
  "departmentMembers",
  "manager",
  "managersUpTo",
  "personInField",
  "departmentHeadInField",
  "territory",
  "initiatorPicks",
  "previousPicks",
]);

const HOLDS: Json = [];
const FAILS = [problem("GUARD_CLOSED")] as unknown as Json;

/** How many people a rule must be able to find, so that every quorum can be reached. */
const mostNeeded = (definition: ProcessDefinition): number =>
  definition.nodes.reduce(
    (most, node) =>
      node.kind === "approval" && node.mode.by === "quorum" ? Math.max(most, node.mode.count ?? 1) : most,
    1,
  );

const crowd = (size: number): readonly string[] => [
  SOMEBODY,
  ...Array.from({ length: size - 1 }, (_, index) => `${SOMEBODY}${index + 2}`),
];

/**
 * Everything that the world may answer to a question of the kernel, each answer standing for all that behave alike.
 *
 * People: somebody, the initiator where it matters that it is them, and nobody where a rule may find nobody. Rules of the domain
 * hold or do not. Times are spans after `NOW`.
 */
export const answersIn = (
  { plan, valuesOf }: Abstraction,
  { initiatorMatters }: { readonly initiatorMatters: boolean },
): ((fact: Fact) => readonly Json[]) => {
  const size = mostNeeded(plan.definition);
  const found = (ids: readonly string[]): Json => ids.map((personId) => ({ personId }));
  const initiator = initiatorOf(plan.start);
  const asksOnce = plan.definition.nodes.some((node) => node.kind === "approval" && node.dedup !== "none");
  const people = (rules: readonly PeopleRule[]): readonly Json[] => {
    if (rules.every((rule) => rule.by === "initiator")) return [found(initiator === null ? [] : [initiator])];
    const named = rules.flatMap((rule) => (rule.by === "person" ? rule.personIds : []));
    if (named.length > 0 && rules.every((rule) => rule.by === "person")) return [found(named)];
    return [
      found(crowd(size)),
      ...(asksOnce ? [found([ANOTHER])] : []),
      ...(initiatorMatters && initiator !== null ? [found([initiator])] : []),
      ...(rules.every((rule) => MAY_BE_NOBODY.has(rule.by)) ? [found([])] : []),
    ];
  };
  return (fact) => {
    switch (fact.fact) {
      case "field":
        return valuesOf(fact.path);
      case "rule":
        return [HOLDS, FAILS];
      case "people":
        return people(fact.rules);
      case "mayEdit":
        return [true];
      case "dueAt":
        return [afterSpan(NOW, fact.span)];
      case "endOfDay":
        return [afterSpan(NOW, { amount: 1, unit: "day", calendar: "elapsed" })];
      case "shifted":
        return [fact.at];
      case "pick":
        return [fact.from[0] ?? null];
      case "process":
        return [{ version: 1 }];
      case "managerOf":
        return [`${SOMEBODY}'s manager`];
      case "nameOf":
        return [SOMEBODY];
      case "wallTime":
        return [NOW.slice(0, 19)];
      case "effectsDone":
        return [[]];
    }
  };
};
