import type { LocalText } from "@sluice/problems";
import type { Node, ProcessDefinition } from "@sluice/process";
import type { Clip } from "./clip.ts";
import type { Edit } from "./edited.ts";
import { findNode, stagesOf, takenIds } from "./elements.ts";
import { freshId } from "./freshId.ts";
import { orderStages } from "./orderStages.ts";

interface PasteTarget {
  /** The band steps without a copied band of their own land in; when left out each its own, where this process has it, else the last one. */
  readonly stage?: string;
  readonly by?: { readonly x: number; readonly y: number };
}

const newIds = (definition: ProcessDefinition, clip: Clip): Map<string, string> => {
  const taken = takenIds(definition);
  const renamed = new Map<string, string>();
  for (const node of clip.nodes) {
    renamed.set(node.id, freshId(taken, node.id.replace(/\d+$/, "") || node.kind));
    if (node.kind === "stage") for (const move of node.moves) renamed.set(move.id, freshId(taken, move.id));
  }
  for (const edge of clip.edges) renamed.set(edge.id, freshId(taken, edge.id));
  return renamed;
};

/**
 * Pastes a clip under new ids, from this process or another. Wires, entries and moves inside the clip follow the new ids; a
 * move to something that is not here is left out (`movesLost` says which). Variables that are named and not declared here come along.
 * Stage keys stay unique.
 */
export const pasteClip =
  (clip: Clip, { stage, by = { x: 24, y: 24 } }: PasteTarget = {}): Edit =>
  (definition) => {
    const renamed = newIds(definition, clip);
    const keys = new Set(stagesOf(definition).map((each) => each.key));
    const stages = new Set(stagesOf(definition).map(({ id }) => id));
    const homeOf = (own: string) => stage ?? (stages.has(own) ? own : [...stages].at(-1));
    const after = stagesOf(definition).length;
    const pasted = clip.nodes.flatMap((node, index): Node[] => {
      const id = renamed.get(node.id) ?? node.id;
      const shifted = node.position && { position: { x: node.position.x + by.x, y: node.position.y + by.y } };
      if (node.kind === "stage") {
        const { entry, ...rest } = node;
        const inner = entry === undefined ? undefined : renamed.get(entry);
        const moves = node.moves
          .map((move) => ({ ...move, id: renamed.get(move.id) ?? move.id, to: renamed.get(move.to) ?? move.to }))
          .filter((move) => [...renamed.values()].includes(move.to) || findNode(definition, move.to) !== null);
        return [
          { ...rest, id, key: freshId(keys, node.key), order: after + index, moves, ...(inner && { entry: inner }) },
        ];
      }
      if (node.kind === "start") return [{ ...node, id, ...shifted }];
      const band = renamed.get(node.stage) ?? homeOf(node.stage);
      return band === undefined ? [] : [{ ...node, id, stage: band, ...(renamed.has(node.stage) ? {} : shifted) }];
    });
    const edges = clip.edges.map((edge) => ({
      ...edge,
      id: renamed.get(edge.id) ?? edge.id,
      from: renamed.get(edge.from) ?? edge.from,
      to: renamed.get(edge.to) ?? edge.to,
    }));
    const declared = new Set(definition.variables.map(({ key }) => key));
    const brought = (clip.variables ?? []).filter(({ key }) => !declared.has(key));
    const variables = brought.length === 0 ? definition.variables : [...definition.variables, ...brought];
    const next = {
      ...definition,
      variables,
      nodes: [...definition.nodes, ...pasted],
      edges: [...definition.edges, ...edges],
    };
    return {
      definition: orderStages(
        next,
        stagesOf(next).map((each) => each.id),
      ),
      select: pasted.map((node) => node.id),
    };
  };

/** The moves that a paste leaves out because they lead to what is not here, by the stage that they would leave. `made` is what the paste selected. */
export const movesLost = (
  clip: Clip,
  definition: ProcessDefinition,
  made: readonly string[],
): { readonly stage: string; readonly name: LocalText }[] => {
  const inside = new Set(clip.nodes.map(({ id }) => id));
  return clip.nodes.flatMap((node, index) =>
    node.kind === "stage"
      ? node.moves
          .filter(({ to }) => !inside.has(to) && findNode(definition, to) === null)
          .map(({ name }) => ({ stage: made[index] ?? "", name }))
      : [],
  );
};
