import type { NodeOf } from "../../definition/node.ts";
import type { Check } from "../check.ts";
import { error, type Finding } from "../finding.ts";

type Table = NonNullable<NodeOf<"branch">["table"]>;

const NUMBER = /^-?\d{1,60}(\.\d{1,60})?$/;

const bare = (text: string): string => {
  const trimmed = text.trim();
  return /^".*"$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
};

/** Answers of an output that its list of values does not rank. */
const unranked = ({ outputs, rules }: Table, column: number): readonly string[] => {
  const values = outputs[column]?.values ?? [];
  return rules.map((rule) => bare(rule.results[column] ?? "")).filter((result) => !values.includes(result));
};

const ofTable = (step: NodeOf<"branch">, table: Table): readonly Finding[] => {
  const place = { node: step.id, path: "table.hit" };
  if (table.hit === "P" && table.outputs.some((_output, column) => unranked(table, column).length > 0))
    return [
      error("PRIORITY_UNCLEAR", place, {
        en: `“${step.name.en}” goes by priority, and some answers have none.`,
        zh: `“${step.name.zh}”按优先级命中，但部分结果没有优先级。`,
        fix: {
          en: "List what each result may be, the most important first.",
          zh: "请按重要性列出每个结果的可能取值。",
        },
      }),
    ];
  const adds = table.rules.every((rule) => rule.results.every((result) => NUMBER.test(bare(result))));
  return table.hit !== "C+" || adds
    ? []
    : [
        error("SUM_OF_WORDS", place, {
          en: `“${step.name.en}” adds up answers that are no numbers.`,
          zh: `“${step.name.zh}”要对非数字的结果求和。`,
          fix: { en: "Write numbers, or list the answers instead.", zh: "请填写数字，或改为列出结果。" },
        }),
      ];
};

/** Tables whose way of choosing among rows does not fit what the rows answer. */
export const hitPolicies: Check = (graph) =>
  graph.steps.flatMap((step) => (step.kind === "branch" && step.table ? ofTable(step, step.table) : []));
