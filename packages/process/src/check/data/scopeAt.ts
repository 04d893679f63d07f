import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import type { ExpressionScope, ScopeVariable } from "../../expression/expressionScope.ts";
import type { RecordSchemas } from "../../kernel/recordSchemas.ts";
import { graphOf, type Graph } from "../graph.ts";
import { expressionPlaces, type ExpressionPlace } from "./expressionPlaces.ts";
import { type CalledOf, certainlySet, knownVariables } from "./variables.ts";

type Standing = Pick<ExpressionPlace, "at" | "isCondition" | "watched" | "set">;

/** The scopes of one process: what is costly about them is worked out once. */
export const scopesOf = (
  graph: Graph,
  schemas: RecordSchemas,
  called?: CalledOf,
): ((where: Standing) => ExpressionScope) => {
  const known = knownVariables(graph, called);
  const certain = certainlySet(graph);
  const { recordType, variables } = graph.definition;
  const names = new Map(variables.map(({ key, name }) => [key, name]));
  return ({ at, isCondition, watched, set = [] }) => ({
    schemas,
    recordType: Object.hasOwn(schemas, recordType) ? recordType : null,
    variables: new Map(
      [...known].map(([key, type]): [string, ScopeVariable] => [
        key,
        { type, name: names.get(key) ?? { en: key, zh: key }, isCertain: certain(at).has(key) || set.includes(key) },
      ]),
    ),
    isCondition,
    watched,
  });
};

/**
 * What an expression may speak of that stands in a setting of an element: of a node, a wire or a move, or of the process itself
 * (an empty `element`). A setting that holds no expression yet is taken for one that is asked at that element.
 */
export const scopeAt = (
  definition: ProcessDefinition,
  {
    element,
    setting,
    isCondition,
  }: { readonly element: string; readonly setting: string; readonly isCondition: boolean },
  schemas: RecordSchemas,
): ExpressionScope => {
  const graph = graphOf(definition);
  const place = expressionPlaces(graph).find(
    ({ place: { node, edge, move, path = "" } }) =>
      (move ?? edge ?? node ?? "") === element && `${setting}.`.startsWith(`${path}.`),
  );
  const at =
    graph.moves.find(({ move }) => move.id === element)?.stage.id ??
    definition.edges.find(({ id }) => id === element)?.from ??
    element;
  return scopesOf(graph, schemas)(place ?? { at, isCondition, watched: false });
};
