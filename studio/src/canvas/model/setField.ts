import type { Edge, Node } from "@sluice/process";
import type { Edit } from "./edited.ts";
import { getAt, type Path, setAt } from "./setAt.ts";

/**
 * Sets one setting of a node, an edge or (with an empty id) of the process itself. A half-typed value is kept as typed: the
 * checker names it, and the draft is not saved as valid before it is.
 */
export const setField =
  (elementId: string, path: Path, value: unknown): Edit =>
  (definition) => {
    if (elementId === "") return { definition: setAt(definition, path, value) as typeof definition };
    const changed = <T extends Node | Edge>(element: T): T =>
      element.id !== elementId || getAt(element, path) === value ? element : (setAt(element, path, value) as T);
    return {
      definition: { ...definition, nodes: definition.nodes.map(changed), edges: definition.edges.map(changed) },
    };
  };
