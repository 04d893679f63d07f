import type { NodeOf, ProcessDefinition } from "@sluice/process";
import { stageIdOf } from "../model/elements.ts";
import { measures } from "./measures.ts";

export interface Crossing {
  readonly from: number;
  readonly target: string;
  readonly to: number;
}

/** Every wire and move that leaves its band, by the places of the bands it leaves and enters. A start leaves from above (-1). */
export const crossingsOf = (definition: ProcessDefinition, stages: readonly NodeOf<"stage">[]): Crossing[] => {
  const place = new Map(stages.map((stage, index) => [stage.id, index]));
  const bandOf = new Map(definition.nodes.map((node) => [node.id, place.get(stageIdOf(node) ?? "") ?? -1]));
  const crossings: Crossing[] = [];
  const add = (from: string, target: string) => {
    const [source, to] = [bandOf.get(from), bandOf.get(target)];
    if (source === undefined || to === undefined) return;
    if (source !== to || place.has(target)) crossings.push({ from: source, target, to });
  };
  for (const edge of definition.edges) add(edge.from, edge.to);
  for (const stage of stages) for (const move of stage.moves) add(stage.id, move.to);
  return crossings;
};

/** The targets whose wires run through the gap under one band, each on a track of its own, the next band's last. */
export const tracksUnder = (crossings: readonly Crossing[], index: number): string[] => {
  const targets = [
    ...new Set(crossings.filter((crossing) => crossing.from === index).map((crossing) => crossing.target)),
  ];
  const next = new Set(crossings.filter((crossing) => crossing.to === index + 1).map((crossing) => crossing.target));
  const passing = crossings
    .filter((crossing) => crossing.to === index + 1 && Math.abs(crossing.from - crossing.to) > 1)
    .map((crossing) => crossing.target);
  return [
    ...targets.filter((target) => !next.has(target)),
    ...new Set([...targets.filter((target) => next.has(target)), ...passing]),
  ];
};

/** The height of the gap under each band: room for ports hanging over the border and one track for each target. */
export const gapsOf = (definition: ProcessDefinition, stages: readonly NodeOf<"stage">[]): number[] => {
  const crossings = crossingsOf(definition, stages);
  return stages.map((stage, index) => {
    const base = stage.moves.length > 0 ? measures.gapUnderPorts : measures.gap;
    return base + Math.max(0, tracksUnder(crossings, index).length - 1) * measures.track;
  });
};
