import type { Move } from "@sluice/process";
import type { Edit } from "./edited.ts";
import { findNode, stagesOf, takenIds } from "./elements.ts";
import { freshId } from "./freshId.ts";

interface NewMove {
  readonly stage: string;
  /** A step or a stage; the next stage when left out. */
  readonly to?: string;
  readonly name?: { readonly en: string; readonly zh: string };
}

/** Adds a way out of a stage, opened by a person. Named after where it leads until someone names it. */
export const addMove =
  ({ stage, to, name }: NewMove): Edit =>
  (definition) => {
    const stages = stagesOf(definition);
    const at = stages.findIndex((candidate) => candidate.id === stage);
    const target = to ?? stages[at + 1]?.id ?? stages.find((candidate) => candidate.id !== stage)?.id;
    const destination = target === undefined ? null : findNode(definition, target);
    if (at < 0 || destination === null) return { definition };
    const move: Move = {
      id: freshId(takenIds(definition), `${stage}-move`.slice(0, 50)),
      name: name ?? destination.name,
      to: destination.id,
      trigger: { by: "person", who: [] },
      reason: "none",
      tone: "plain",
    };
    const nodes = definition.nodes.map((node) =>
      node.kind === "stage" && node.id === stage ? { ...node, moves: [...node.moves, move] } : node,
    );
    return { definition: { ...definition, nodes }, select: [move.id] };
  };
