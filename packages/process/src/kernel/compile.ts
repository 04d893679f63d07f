import type { FieldType, RecordSchema } from "@sluice/domain";
import type { Edge } from "../definition/edge.ts";
import type { Node } from "../definition/node.ts";
import type { ProcessDefinition } from "../definition/processDefinition.ts";
import { parseExpression } from "../expression/expression.ts";
import { expressionsOfEdge, expressionsOfNode } from "./expressionsOf.ts";
import type { Plan } from "./plan.ts";
import { reachability } from "./reachability.ts";

/** The record types a plan may speak of, by type. */
export type RecordSchemas = Readonly<Record<string, RecordSchema>>;

const groupedBy = (edges: readonly Edge[], end: "from" | "to"): ReadonlyMap<string, readonly Edge[]> => {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) groups.set(edge[end], [...(groups.get(edge[end]) ?? []), edge]);
  return groups;
};

const rank = (edge: Edge): number => (edge.on.kind === "when" ? edge.on.order : 1_000);

const typeOfPathIn = (schemas: RecordSchemas, recordType: string) => (path: string): FieldType => {
  let schema = schemas[recordType];
  let type: FieldType = "text";
  for (const member of path.split(".")) {
    const field = schema?.fields[member];
    type = field?.type ?? "text";
    schema = field?.refersTo ? schemas[field.refersTo] : undefined;
  }
  return type;
};

/**
 * Makes a definition ready to run. Pure; the same definition gives an equal plan.
 *
 * Throws when the graph names nodes that are not there, has no start, or holds an expression that cannot be parsed: publish
 * checks come first, so this is a bug or a hand-edited row.
 */
export const compile = (definition: ProcessDefinition, schemas: RecordSchemas): Plan => {
  const nodes = new Map<string, Node>(definition.nodes.map((node) => [node.id, node]));
  const start = definition.nodes.find((node) => node.kind === "start");
  if (!start) throw new Error(`the process ${definition.key} has no start`);
  for (const edge of definition.edges) {
    if (!nodes.has(edge.from) || !nodes.has(edge.to)) throw new Error(`the wire ${edge.id} of ${definition.key} hangs in the air`);
  }
  const out = new Map([...groupedBy(definition.edges, "from")].map(([id, edges]) => [id, edges.toSorted((a, b) => rank(a) - rank(b))]));
  const texts = new Set([...definition.nodes.flatMap(expressionsOfNode), ...definition.edges.flatMap(expressionsOfEdge)]);
  return {
    definition,
    nodes,
    start,
    out,
    into: groupedBy(definition.edges, "to"),
    moves: new Map(
      definition.nodes.flatMap((node) => (node.kind === "stage" ? node.moves.map((move) => [move.id, { stage: node, move }] as const) : [])),
    ),
    reaches: reachability(definition.nodes, out),
    expressions: new Map([...texts].map((text) => [text, parseExpression(text)])),
    typeOfPath: typeOfPathIn(schemas, definition.recordType),
  };
};
