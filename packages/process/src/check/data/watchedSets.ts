import { parseExpression } from "../../expression/expression.ts";
import { fieldAt } from "../../expression/typedEnvironment.ts";
import type { Check } from "../check.ts";
import { error } from "../finding.ts";
import { expressionPlaces } from "./expressionPlaces.ts";

const pathsOf = (text: string): readonly string[] => {
  try {
    return parseExpression(text).paths;
  } catch {
    return []; // told by the expression check
  }
};

/** Conditions that are waited for and look into a list of the record: what to watch would not be known. Offers the totals kept on it. */
export const watchedSets: Check = (graph, { schemas }) => {
  const { recordType } = graph.definition;
  const fields = schemas?.[recordType]?.fields;
  if (!schemas || !fields) return [];
  const kept = Object.entries(fields).filter(([, field]) => field.derived && field.type !== "lines");
  const offered = kept.slice(0, 4).map(([key]) => `record.${key}`);
  return expressionPlaces(graph)
    .filter(({ watched }) => watched)
    .flatMap(({ text, place }) =>
      pathsOf(text)
        .filter((path) => {
          const field = fieldAt(schemas, recordType, path);
          return field !== null && field !== "any" && field.type === "lines";
        })
        .map((path) =>
          error("SET_IN_CONDITION", place, {
            en: `A condition that is waited for may not look into “${path}”.`,
            zh: `等待的条件不能查看明细“${path}”。`,
            fix: {
              en: `Ask for what is kept on the record: ${offered.join(", ")}.`,
              zh: `请使用记录上的汇总字段：${offered.join("、")}。`,
            },
          }),
        ),
    );
};
