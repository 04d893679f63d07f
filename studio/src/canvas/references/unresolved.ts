import type { ProcessDefinition } from "@sluice/process";
import { takenIds } from "../model/elements.ts";
import type { Catalogue, Named } from "../sayings/catalogue.ts";
import { type Reference, type ReferenceKind, referencesOf, referencesOfWire } from "./referencesOf.ts";

/** A reference that leads nowhere here, at the node or wire whose settings have it. */
export interface Unresolved extends Reference {
  readonly element: string;
}

/** What a process can refer to here; null for what is not known yet, so that nothing is reported before it is. */
const knownTo = (
  definition: ProcessDefinition,
  { roles, people, blocks, processes, rules, schema }: Catalogue,
): { readonly [K in ReferenceKind]: ReadonlySet<string> | null } => {
  const keys = (named: readonly Named[]) => (named.length === 0 ? null : new Set(named.map(({ key }) => key)));
  return {
    role: keys(roles),
    person: people.length === 0 ? null : new Set(people.map(({ id }) => id)),
    process: keys(processes),
    block: keys(blocks),
    rule: keys(rules),
    field: schema && new Set(Object.keys(schema.fields)),
    variable: new Set(["item", "index", ...definition.variables.map(({ key }) => key)]),
    step: takenIds(definition),
  };
};

const nameIn = ({ kind, name }: Reference): string =>
  kind === "field" ? (name.replace(/^record\./, "").split(".")[0] ?? name) : name;

/**
 * What the given nodes and the wires out of them refer to and what is not here, one after the other: roles, people, processes,
 * blocks, rules, fields, variables, steps.
 */
export const unresolved = (
  definition: ProcessDefinition,
  ids: readonly string[],
  catalogue: Catalogue,
): Unresolved[] => {
  const known = knownTo(definition, catalogue);
  const wanted = new Set(ids);
  const missing = (element: string, references: readonly Reference[]): Unresolved[] =>
    references
      .filter((reference) => known[reference.kind]?.has(nameIn(reference)) === false)
      .map((reference) => ({ ...reference, element }));
  return [
    ...definition.nodes.filter(({ id }) => wanted.has(id)).flatMap((node) => missing(node.id, referencesOf(node))),
    ...definition.edges
      .filter(({ from }) => wanted.has(from))
      .flatMap((edge) => missing(edge.id, referencesOfWire(edge))),
  ];
};
