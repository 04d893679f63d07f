import type { NodeKind, NodeOf } from "../definition/node.ts";
import type { XmlNode } from "./xmlNode.ts";

/** What events refer to at the root of a file: each name stands there once. */
export interface Roots {
  readonly message: (name: string) => string;
  readonly escalation: (name: string) => string;
  readonly error: (name: string) => string;
}

/** How nodes of a kind are written in BPMN. What BPMN has no word for travels in the settings beside it. */
export interface NodeBpmn<K extends NodeKind> {
  /** The element's name. `isGuarded`: wires of its own leave it when time runs out or something goes wrong. */
  readonly element: (node: NodeOf<K>, isGuarded: boolean) => string;
  readonly attributes?: (node: NodeOf<K>, roots: Roots, isGuarded: boolean) => Readonly<Record<string, string>>;
  /** What stands in the element: its event definition, its loop. */
  readonly inside?: (node: NodeOf<K>, roots: Roots, isGuarded: boolean) => readonly XmlNode[];
}
