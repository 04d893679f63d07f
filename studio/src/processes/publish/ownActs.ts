import type { Node, ProcessDefinition } from "@sluice/process";

/** Something that a process does by itself, with what it does it to: fields by their paths, a record type, a process, an address. */
export interface OwnAct {
  readonly block: string;
  readonly to: readonly string[];
}

type Call = Pick<Extract<Node, { kind: "action" }>, "block" | "inputs">;

const literalOf = ({ inputs }: Call, key: string): readonly string[] => {
  const input = inputs[key];
  return input && "value" in input && typeof input.value === "string" ? [input.value] : [];
};

const toOf = (call: Call): readonly string[] => {
  switch (call.block) {
    case "setFields":
      return Object.keys(call.inputs);
    case "createRecord":
      return literalOf(call, "recordType");
    case "linkRecord":
      return literalOf(call, "field");
    case "openChild":
      return literalOf(call, "process");
    case "webhook":
      return literalOf(call, "url");
    default:
      return [];
  }
};

const actsOf = (node: Node): readonly OwnAct[] => {
  const ofCalls = (calls: readonly Call[]) => calls.map((call) => ({ block: call.block, to: toOf(call) }));
  switch (node.kind) {
    case "action":
      return ofCalls([node]);
    case "stage":
      return ofCalls([...node.entryActions, ...node.exitActions]);
    case "assign":
      return [{ block: "assignOwner", to: [] }];
    case "subprocess":
      return [{ block: "openChild", to: [node.process] }];
    default:
      return [];
  }
};

/** All that a process may do by itself, each kind once with everything it does it to. */
export const ownActs = ({ nodes }: Pick<ProcessDefinition, "nodes">): readonly OwnAct[] => {
  const known = new Map<string, Set<string>>();
  for (const { block, to } of nodes.flatMap(actsOf)) {
    const all = known.get(block) ?? new Set<string>();
    known.set(block, all);
    for (const one of to) all.add(one);
  }
  return [...known].map(([block, to]) => ({ block, to: [...to] }));
};

/** Whether a process did not do this before, or not to all of it. */
export const isNewAct = (before: readonly OwnAct[], { block, to }: OwnAct): boolean => {
  const was = before.find((act) => act.block === block);
  return was === undefined || to.some((one) => !was.to.includes(one));
};
