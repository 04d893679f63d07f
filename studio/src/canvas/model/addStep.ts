import type { NodeKind } from "@sluice/process";
import { blankNode } from "./blankNode.ts";
import type { Edit } from "./edited.ts";
import { stagesOf, takenIds } from "./elements.ts";
import { freshId } from "./freshId.ts";

export interface NewStep {
  readonly kind: Exclude<NodeKind, "stage">;
  readonly name: { readonly en: string; readonly zh: string };
  /** The band it is dropped in; the last that is not final when left out. A start lies in none. */
  readonly stage?: string;
  readonly position?: { readonly x: number; readonly y: number };
}

/** Adds one step to a band. Without a band to lie in, only a start can be added: the definition stays as it was. */
export const addStep =
  ({ kind, name, stage, position }: NewStep): Edit =>
  (definition) => {
    const stages = stagesOf(definition);
    const band = stage ?? (stages.findLast((each) => each.final === undefined) ?? stages.at(-1))?.id;
    if (kind !== "start" && band === undefined) return { definition };
    const id = freshId(takenIds(definition), kind);
    const node = { ...blankNode(kind, { id, name, stage: band ?? "", order: 0 }), ...(position && { position }) };
    return { definition: { ...definition, nodes: [...definition.nodes, node] }, select: [id] };
  };
