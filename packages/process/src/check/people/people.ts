import type { PeopleRule } from "../../definition/people.ts";
import type { Check } from "../check.ts";
import { error, warning, type Finding } from "../finding.ts";

const MAY_FIND_NOBODY: ReadonlySet<PeopleRule["by"]> = new Set([
  "post",
  "departmentHead",
  "manager",
  "managersUpTo",
  "personInField",
  "departmentHeadInField",
  "initiatorPicks",
  "previousPicks",
  "expression",
  "departmentMembers",
  "territory",
  "table",
]);

/** Steps whose rule may find nobody and that then stop with an incident or a refusal. */
export const nobodyFound: Check = (graph) =>
  graph.steps.flatMap((step) => {
    if (step.kind !== "task" && step.kind !== "approval") return [];
    const uncertain = step.who.every((rule) => MAY_FIND_NOBODY.has(rule.by));
    if (!uncertain || !["incident", "refuse"].includes(step.onEmpty.do)) return [];
    return [
      warning(
        "NOBODY_MAY_BE_FOUND",
        { node: step.id, path: "onEmpty" },
        {
          en: `“${step.name.en}” may find nobody, and then stops.`,
          zh: `“${step.name.zh}”可能找不到处理人而停滞。`,
          fix: { en: "Name people or the admins for that case.", zh: "请指定备用人员或管理员。" },
        },
      ),
    ];
  });

/** Ladders that do what their step cannot, or bring in who is asked already. */
export const ladders: Check = (graph) =>
  graph.steps.flatMap((step): readonly Finding[] => {
    if (step.kind !== "task" && step.kind !== "approval") return [];
    return (step.sla?.ladder ?? []).flatMap((rung, index): readonly Finding[] => {
      const place = { node: step.id, path: `sla.ladder.${index}` };
      const { action } = rung;
      if (step.kind === "task" && (action.do === "approve" || action.do === "reject"))
        return [
          error("VERDICT_ON_TASK", place, {
            en: `“${step.name.en}” is no approval: time cannot decide it.`,
            zh: `“${step.name.zh}”不是审批，不能按时自动裁决。`,
          }),
        ];
      const same =
        action.do === "addSigner" &&
        action.who.every((rule) => step.who.some((other) => JSON.stringify(other) === JSON.stringify(rule)));
      if (same)
        return [
          error("ESCALATION_TO_SAME", place, {
            en: `“${step.name.en}” escalates to the people it already asks.`,
            zh: `“${step.name.zh}”升级给了原处理人。`,
          }),
        ];
      return [];
    });
  });

/** Work for people without a time limit. */
export const withoutTimeLimit: Check = (graph) =>
  graph.steps
    .filter((step) => (step.kind === "task" || step.kind === "approval") && !step.sla)
    .map((step) =>
      warning(
        "NO_TIME_LIMIT",
        { node: step.id, path: "sla" },
        { en: `“${step.name.en}” has no time limit.`, zh: `“${step.name.zh}”没有时限。` },
      ),
    );

/** Quorums that say neither how many nor which share, or both. */
export const modes: Check = (graph) =>
  graph.steps.flatMap((step) => {
    if (step.kind !== "approval" || step.mode.by !== "quorum") return [];
    const { count, share } = step.mode;
    if ((count === undefined) !== (share === undefined)) return [];
    return [
      error(
        "QUORUM_UNCLEAR",
        { node: step.id, path: "mode" },
        {
          en: `“${step.name.en}” needs a count or a share, one of them.`,
          zh: `“${step.name.zh}”需设置人数或比例之一。`,
        },
      ),
    ];
  });
