import type { RightsRule } from "@sluice/domain";
import type { NodeOf, Step } from "../../definition/node.ts";
import { rulesWithin, type PeopleRule } from "../../definition/people.ts";
import type { Check } from "../check.ts";
import { error, warning, type Finding } from "../finding.ts";
import type { Graph } from "../graph.ts";

const readRules = (rights: readonly RightsRule[], recordType: string, role: string): readonly RightsRule[] =>
  rights.filter((rule) => rule.recordType === recordType && rule.action === "read" && rule.role === role);

interface Asked {
  readonly by: Step | NodeOf<"stage">;
  readonly rules: readonly PeopleRule[];
  readonly path: string;
}

const asked = (graph: Graph): readonly Asked[] => [
  ...graph.steps.flatMap((step) =>
    step.kind === "approval" || step.kind === "task" || step.kind === "cc"
      ? [{ by: step, rules: step.who, path: "who" }]
      : [],
  ),
  ...graph.stages.map((stage) => ({ by: stage, rules: stage.owner ?? [], path: "owner" })),
];

/** People who are asked about a record, or answer for it in a stage, that their role may not read, or of which it reads only their own. */
export const readers: Check = (graph, { rights }) => {
  const { recordType } = graph.definition;
  if (!rights) return [];
  return asked(graph).flatMap(({ by, rules: who, path }): readonly Finding[] =>
    rulesWithin(who).flatMap((rule): readonly Finding[] => {
      if (rule.by !== "role") return [];
      const rules = readRules(rights, recordType, rule.role);
      const place = { node: by.id, path };
      if (rules.length === 0)
        return [
          error("APPROVER_CANNOT_READ", place, {
            en: `“${by.name.en}” asks “${rule.role}”, who may not read the record.`,
            zh: `“${by.name.zh}”的处理人“${rule.role}”无权查看该记录。`,
            fix: { en: "Ask a role that may read it.", zh: "请改为有查看权限的角色。" },
          }),
        ];
      return rules.every(({ scope }) => scope === "own")
        ? [
            warning("APPROVER_READS_OWN_ONLY", place, {
              en: `“${rule.role}” of “${by.name.en}” may read only records of their own.`,
              zh: `“${by.name.zh}”的处理人“${rule.role}”只能查看自己的记录。`,
            }),
          ]
        : [];
    }),
  );
};
