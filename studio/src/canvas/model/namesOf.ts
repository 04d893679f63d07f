import type { Edge, Node } from "@sluice/process";

const read = /\bvars\.\??([a-z][A-Za-z0-9]*)/g;

/** The variables that a sub-process among the parts is handed. */
const handedOver = (parts: unknown): string[] => {
  if (typeof parts !== "object" || parts === null) return [];
  if (!Array.isArray(parts) && "kind" in parts && parts.kind === "subprocess" && "handOver" in parts)
    return Object.values(parts.handOver as Readonly<Record<string, string>>);
  return Object.values(parts).flatMap(handedOver);
};

/** The variables that settings or wires ask: by `vars.name` in any of their expressions, or to hand them over. */
export const variablesRead = (...parts: readonly unknown[]): Set<string> =>
  new Set([
    ...[...JSON.stringify(parts).matchAll(read)].flatMap(([, name]) => name ?? []),
    ...parts.flatMap(handedOver),
  ]);

/** The variables that a node sets when it does its work, by its kind. */
const setByWork = (node: Node): string[] => {
  switch (node.kind) {
    case "action":
      return Object.keys(node.outputs);
    case "branch":
      return (node.table?.outputs ?? []).map(({ variable }) => variable);
    case "subprocess":
      return [...Object.keys(node.bringBack), ...(node.outcomesTo === undefined ? [] : [node.outcomesTo])];
    case "stage":
      return [...node.entryActions, ...node.exitActions].flatMap(({ outputs }) => Object.keys(outputs));
    default:
      return [];
  }
};

/** The messages that a node waits for: each sets the variable of its name, which nobody needs to declare. */
export const messagesHeard = (node: Node): string[] => {
  switch (node.kind) {
    case "message":
      return [node.message];
    case "race":
      return node.runners.flatMap(({ on }) => (on.kind === "message" ? [on.message] : []));
    case "subprocess":
      return node.more === undefined ? [] : [node.more];
    case "stage":
      return node.moves.flatMap(({ trigger }) => (trigger.by === "message" ? [trigger.message] : []));
    default:
      return [];
  }
};

/** The variables that a node sets: what comes out of its block, its table, its children, or what went wrong. */
export const variablesSet = (node: Node): string[] => {
  const onError = "onError" in node && node.onError?.do === "follow" ? node.onError.into : undefined;
  return onError === undefined ? setByWork(node) : [...setByWork(node), onError];
};

/** Every variable that nodes and wires ask or set. */
export const variablesNamed = (nodes: readonly Node[], edges: readonly Edge[]): Set<string> =>
  new Set([...variablesRead(nodes, edges), ...nodes.flatMap(variablesSet)]);
