import type { Node, NodeKind } from "@sluice/process";
import { blankNode } from "./blankNode.ts";
import type { Edit } from "./edited.ts";
import { isStep, stagesOf, takenIds } from "./elements.ts";
import { freshId } from "./freshId.ts";

export interface NewStep {
  readonly kind: Exclude<NodeKind, "stage">;
  readonly name: { readonly en: string; readonly zh: string };
  /** The band it is dropped in; the last that is not final when left out. A start lies in none. */
  readonly stage?: string;
  readonly position?: { readonly x: number; readonly y: number };
  /** What an action does. */
  readonly block?: string;
}

/** The first step put into a band that rests is where records begin there: nothing else could lead to it. */
const asEntry = (nodes: readonly Node[], band: string | undefined, id: string): Node[] => {
  const isFirst = !nodes.some((node) => isStep(node) && node.stage === band);
  return nodes.map((node) =>
    isFirst && node.kind === "stage" && node.id === band && node.entry === undefined ? { ...node, entry: id } : node,
  );
};

/** Adds one step to a band. Without a band to lie in, only a start can be added: the definition stays as it was. */
export const addStep =
  ({ kind, name, stage, position, block }: NewStep): Edit =>
  (definition) => {
    const stages = stagesOf(definition);
    const band = stage ?? (stages.findLast((each) => each.final === undefined) ?? stages.at(-1))?.id;
    if (kind !== "start" && band === undefined) return { definition };
    const id = freshId(takenIds(definition), kind);
    const blank = blankNode(kind, { id, name, stage: band ?? "", order: 0 });
    const node = {
      ...blank,
      ...(position && { position }),
      ...(blank.kind === "action" && block !== undefined && { block }),
    };
    const nodes = kind === "start" ? definition.nodes : asEntry(definition.nodes, band, id);
    return { definition: { ...definition, nodes: [...nodes, node] }, select: [id] };
  };
