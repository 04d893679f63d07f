import type { NodeOf } from "../../definition/node.ts";
import type { Check } from "../check.ts";
import { error, type Finding } from "../finding.ts";

/** Whether every rule finds the initiator alone, and the step then puts nobody in their place. */
const asksInitiatorAlone = (step: NodeOf<"approval">): boolean =>
  step.who.every((rule) => rule.by === "initiator") &&
  (step.onSelf === "skip" || (step.onSelf === "allow" && step.noSelfEver));

/** How many people the rules can find at most; infinite where nobody can tell. */
const mostFound = (step: NodeOf<"approval">): number =>
  step.who.reduce((sum, rule) => {
    if (rule.by === "person") return sum + rule.personIds.length;
    return ["initiator", "owner", "manager", "departmentHead", "personInField", "departmentHeadInField"].includes(
      rule.by,
    )
      ? sum + 1
      : Number.POSITIVE_INFINITY;
  }, 0);

const ofApproval = (step: NodeOf<"approval">): readonly Finding[] => {
  const { mode } = step;
  const most = mostFound(step);
  const needed = mode.by === "quorum" ? (mode.count ?? 1) : 1;
  return [
    ...(asksInitiatorAlone(step)
      ? [
          error(
            "EVERYBODY_EXCLUDED",
            { node: step.id, path: "who" },
            {
              en: `“${step.name.en}” asks the initiator alone, who may not approve: nobody is ever asked.`,
              zh: `“${step.name.zh}”只找发起人，而发起人不能审批：永远没有审批人。`,
              fix: { en: "Ask their manager instead, or name others.", zh: "请改由其上级审批，或指定其他人。" },
            },
          ),
        ]
      : []),
    ...(most < needed
      ? [
          error(
            "QUORUM_OUT_OF_REACH",
            { node: step.id, path: "mode" },
            {
              en: `“${step.name.en}” needs ${needed} to agree, and asks ${most} at most.`,
              zh: `“${step.name.zh}”需要${needed}人同意，但最多只找${most}人。`,
              fix: { en: "Ask more people, or fewer votes.", zh: "请增加审批人或降低票数。" },
              detail: { count: most },
            },
          ),
        ]
      : []),
  ];
};

/** Approvals that exclude everybody they ask, or need more people than they can ever find. */
export const everybodyExcluded: Check = (graph) =>
  graph.steps.flatMap((step) => (step.kind === "approval" ? ofApproval(step) : []));
