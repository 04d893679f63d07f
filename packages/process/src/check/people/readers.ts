import type { RightsRule } from "@sluice/domain";
import { rulesWithin } from "../../definition/people.ts";
import type { Check } from "../checkDefinition.ts";
import { error, warning, type Finding } from "../finding.ts";

const readRules = (rights: readonly RightsRule[], recordType: string, role: string): readonly RightsRule[] =>
  rights.filter((rule) => rule.recordType === recordType && rule.action === "read" && rule.role === role);

/** People who are asked about a record that their role may not read, or of which it reads only their own. */
export const readers: Check = (graph, { rights }) => {
  const { recordType } = graph.definition;
  if (!rights) return [];
  return graph.steps.flatMap((step): readonly Finding[] => {
    if (step.kind !== "approval" && step.kind !== "task" && step.kind !== "cc") return [];
    return rulesWithin(step.who).flatMap((rule): readonly Finding[] => {
      if (rule.by !== "role") return [];
      const rules = readRules(rights, recordType, rule.role);
      const place = { node: step.id, path: "who" };
      if (rules.length === 0)
        return [
          error("APPROVER_CANNOT_READ", place, {
            en: `“${step.name.en}” asks “${rule.role}”, who may not read the record.`,
            zh: `“${step.name.zh}”的处理人“${rule.role}”无权查看该记录。`,
            fix: { en: "Ask a role that may read it.", zh: "请改为有查看权限的角色。" },
          }),
        ];
      return rules.every(({ scope }) => scope === "own")
        ? [
            warning("APPROVER_READS_OWN_ONLY", place, {
              en: `“${rule.role}” of “${step.name.en}” may read only records of their own.`,
              zh: `“${step.name.zh}”的处理人“${rule.role}”只能查看自己的记录。`,
            }),
          ]
        : [];
    });
  });
};
