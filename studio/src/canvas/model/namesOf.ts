import type { Edge, Node } from "@sluice/process";

const read = /\bvars\.([a-z][A-Za-z0-9]*)/g;

/** The variables that settings or wires ask, by `vars.name` in any of their expressions. */
export const variablesRead = (...parts: readonly unknown[]): Set<string> =>
  new Set([...JSON.stringify(parts).matchAll(read)].flatMap(([, name]) => name ?? []));

/** The variables that a node sets: what comes out of its block, its table, its children, or what went wrong. */
export const variablesSet = (node: Node): string[] => {
  const onError = "onError" in node && node.onError?.do === "follow" ? node.onError.into : undefined;
  const own =
    node.kind === "action"
      ? Object.keys(node.outputs)
      : node.kind === "branch"
        ? (node.table?.outputs ?? []).map(({ variable }) => variable)
        : node.kind === "subprocess" && node.outcomesTo !== undefined
          ? [node.outcomesTo]
          : node.kind === "stage"
            ? [...node.entryActions, ...node.exitActions].flatMap(({ outputs }) => Object.keys(outputs))
            : [];
  return onError === undefined ? own : [...own, onError];
};

/** Every variable that nodes and wires ask or set. */
export const variablesNamed = (nodes: readonly Node[], edges: readonly Edge[]): Set<string> =>
  new Set([...variablesRead(nodes, edges), ...nodes.flatMap(variablesSet)]);
