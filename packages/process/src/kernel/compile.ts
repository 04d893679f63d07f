import { knownField, type FieldSchema, type FieldType } from "@sluice/domain";
import { problemsOfWholeness } from "../check/structure/wholeness.ts";
import type { Edge } from "../definition/edge.ts";
import type { Node } from "../definition/node.ts";
import type { ProcessDefinition } from "../definition/processDefinition.ts";
import { parseExpression } from "../expression/expression.ts";
import { expressionsOfEdge, expressionsOfNode } from "./expressionsOf.ts";
import { foreseenIn } from "./foreseen.ts";
import type { Plan } from "./plan.ts";
import { reachability } from "./reachability.ts";
import type { RecordSchemas } from "./recordSchemas.ts";

const groupedBy = (edges: readonly Edge[], end: "from" | "to"): ReadonlyMap<string, readonly Edge[]> => {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) groups.set(edge[end], [...(groups.get(edge[end]) ?? []), edge]);
  return groups;
};

const rank = (edge: Edge): number => (edge.on.kind === "when" ? edge.on.order : 1_000);

/** Looks up the field at a path from a record of a type, put away or not; null where no schema knows it. */
export const fieldOfPathIn =
  (schemas: RecordSchemas, recordType: string) =>
  (path: string): FieldSchema | null => {
    let schema = schemas[recordType];
    let field: FieldSchema | null = null;
    for (const member of path.split(".")) {
      field = knownField(schema, member);
      schema = field?.refersTo ? schemas[field.refersTo] : undefined;
    }
    return field;
  };

/** Looks up the type of a path from a record of a type; `text` where no schema knows it. */
export const typeOfPathIn = (schemas: RecordSchemas, recordType: string): ((path: string) => FieldType) => {
  const fieldOf = fieldOfPathIn(schemas, recordType);
  return (path) => fieldOf(path)?.type ?? "text";
};

/**
 * Makes a definition ready to run. Pure; the same definition gives an equal plan.
 *
 * Throws when the graph is not whole or holds an expression that cannot be parsed: publish checks come first, so this is a bug
 * or a hand-edited row.
 */
export const compile = (definition: ProcessDefinition, schemas: RecordSchemas): Plan => {
  const nodes = new Map<string, Node>(definition.nodes.map((node) => [node.id, node]));
  const [broken] = problemsOfWholeness(definition);
  const start = definition.nodes.find((node) => node.kind === "start");
  if (broken || !start)
    throw new Error(`the process ${definition.key} cannot run: ${broken?.message.en ?? "no start"}`);
  const out = new Map(
    [...groupedBy(definition.edges, "from")].map(([id, edges]) => [id, edges.toSorted((a, b) => rank(a) - rank(b))]),
  );
  const texts = new Set([
    ...definition.nodes.flatMap(expressionsOfNode),
    ...definition.edges.flatMap(expressionsOfEdge),
    ...(definition.controls ?? []).flatMap((control) => (control.must === "passes" ? [control.when] : [])),
  ]);
  const reach = reachability(definition.nodes, out);
  const types = new Map(definition.variables.map((variable) => [variable.key, variable.type]));
  const expressions = new Map([...texts].map((text) => [text, parseExpression(text)]));
  const fieldOfPath = fieldOfPathIn(schemas, definition.recordType);
  return {
    definition,
    nodes,
    start,
    out,
    into: groupedBy(definition.edges, "to"),
    moves: new Map(
      definition.nodes.flatMap((node) =>
        node.kind === "stage" ? node.moves.map((move) => [move.id, { stage: node, move }] as const) : [],
      ),
    ),
    reaches: (from, to) => reach(from, to, null),
    reachesAvoiding: reach,
    expressions,
    foreseen: foreseenIn(definition, [...expressions.values()], fieldOfPath),
    typeOfVariable: (key) => types.get(key) ?? null,
    fieldOfPath,
    typeOfPath: typeOfPathIn(schemas, definition.recordType),
  };
};
