import { type Edge, type Node, type NodeKind, nodeSchemas, type ProcessDefinition, type Step } from "@sluice/process";
import { blankNode } from "./blankNode.ts";
import type { Edit } from "./edited.ts";
import { findNode, isStep } from "./elements.ts";
import { nextCondition, outcomesOf } from "./nextCondition.ts";

export type StepKind = Step["kind"];

const fits = (kind: NodeKind, key: string, value: unknown): boolean => {
  const { shape } = nodeSchemas[kind];
  const field = (shape as Record<string, { safeParse: (value: unknown) => { success: boolean } } | undefined>)[key];
  return field !== undefined && field.safeParse(value).success;
};

const own = new Set(["id", "kind", "name", "stage", "position"]);

/** A new step of a kind in another's place. The name is another matter: one that does not fit is said beside it, and stays. */
const plainAs = (kind: StepKind, { id, stage }: Step): Node =>
  blankNode(kind, { id, name: { en: "", zh: "" }, stage, order: 0 });

/** The settings that a step would lose by becoming another kind: those it has beyond a new one's, and the other kind does not know. */
export const settingsLost = (step: Step, kind: StepKind): string[] => {
  const plain = plainAs(step.kind, step);
  return Object.entries(step).flatMap(([key, value]) =>
    own.has(key) ||
    fits(kind, key, value) ||
    JSON.stringify(value) === JSON.stringify((plain as Record<string, unknown>)[key])
      ? []
      : [key],
  );
};

const conditionKinds: { readonly [K in StepKind]?: readonly Edge["on"]["kind"][] } = {
  task: ["timeout", "escalation"],
  approval: ["timeout", "escalation"],
  message: ["timeout"],
  branch: ["when"],
  parallel: ["when"],
};

const staysAs = (edge: Edge, node: Node): boolean => {
  const { on } = edge;
  if (on.kind === "outcome") return outcomesOf(node).includes(on.outcome) || node.kind === "subprocess";
  if (on.kind === "error") return "onError" in nodeSchemas[node.kind].shape;
  if (on.kind === "default") return true;
  return on.kind === "next"
    ? outcomesOf(node).length === 0 && node.kind !== "branch"
    : (conditionKinds[node.kind as StepKind] ?? []).includes(on.kind);
};

const rewire = (definition: ProcessDefinition, node: Node): Edge[] => {
  const kept = definition.edges.filter((edge) => edge.from !== node.id || staysAs(edge, node));
  if (node.kind === "end") return kept.filter((edge) => edge.from !== node.id);
  return definition.edges.reduce<Edge[]>((edges, edge) => {
    if (edges.includes(edge)) return edges;
    return [...edges, { ...edge, on: nextCondition({ ...definition, edges }, node) }];
  }, kept);
};

/**
 * Makes a step another kind. It keeps its id, name, place and note, every setting that both kinds have, and its wires: one whose
 * condition the new kind does not know gets the first that it does. What would be lost is said beforehand by `settingsLost`.
 */
export const replaceKind =
  (id: string, kind: StepKind): Edit =>
  (definition) => {
    const step = findNode(definition, id);
    if (step === null || !isStep(step) || step.kind === kind) return { definition };
    const kept = Object.entries(step).filter(([key, value]) => key !== "kind" && fits(kind, key, value));
    const plain = { ...plainAs(kind, step), ...Object.fromEntries(kept) };
    const node: Node = { ...nodeSchemas[kind].parse(plain), name: step.name };
    const replaced = {
      ...definition,
      nodes: definition.nodes.map((each) => (each.id === id ? node : each)),
    };
    const edges = rewire(replaced, node);
    const order = new Map(definition.edges.map((edge, index) => [edge.id, index]));
    return {
      definition: {
        ...replaced,
        edges: edges.sort((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0)),
      },
      select: [id],
    };
  };
