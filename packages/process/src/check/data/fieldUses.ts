import { knownField } from "@sluice/domain";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { parseExpression } from "../../expression/expression.ts";
import { fieldAt } from "../../expression/typedEnvironment.ts";
import type { RecordSchemas } from "../../kernel/recordSchemas.ts";
import type { Place } from "../finding.ts";
import { graphOf } from "../graph.ts";
import { expressionPlaces } from "./expressionPlaces.ts";
import { pathsNamed } from "./names.ts";

const pathsOf = (text: string): readonly string[] => {
  try {
    return parseExpression(text).paths;
  } catch {
    return []; // told by the expression check
  }
};

/**
 * Where a process speaks of a field of a record type: its own record's, or that of one which references lead to. In conditions,
 * forms, requirements, dates, rules for people and what blocks write.
 */
export const fieldUses = (
  definition: ProcessDefinition,
  schemas: RecordSchemas,
  { recordType, key }: { readonly recordType: string; readonly key: string },
): readonly Place[] => {
  const field = knownField(schemas[recordType], key);
  if (field === null) return [];
  const graph = graphOf(definition);
  const named = [
    ...pathsNamed(graph),
    ...expressionPlaces(graph).flatMap(({ text, place }) => pathsOf(text).map((name) => ({ name, place }))),
  ];
  return named.filter(({ name }) => fieldAt(schemas, definition.recordType, name) === field).map(({ place }) => place);
};
