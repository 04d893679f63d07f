import type { BlockCall } from "../../definition/blockCall.ts";
import type { NodeOf } from "../../definition/node.ts";
import type { Place } from "../finding.ts";
import type { Graph } from "../graph.ts";

const entering = (stage: string): string => `entering ${stage}`;
const leaving = (stage: string): string => `leaving ${stage}`;

/** What a step passes on its way over the borders of stages, beside elements: `entering` one, `leaving` one. */
export interface StageWays {
  /** The element that a wire or move comes to, and the borders it passes on the way. */
  readonly passed: (from: string, to: string) => readonly string[];
  /** Where work goes on once it has entered a stage, or left it. */
  readonly after: (name: string) => readonly string[];
}

export const stageWays = (graph: Graph): StageWays => {
  const passed = (from: string, to: string): readonly string[] => {
    const [here, there] = [graph.stageOf(from), graph.stageOf(to)];
    if (here === there && graph.nodes.get(to)?.kind !== "stage") return [to];
    return [...(here === null ? [] : [leaving(here)]), ...(there === null ? [] : [entering(there)]), to];
  };
  const onwards = new Map<string, Set<string>>();
  const add = (from: string, to: string): void => {
    const ways = passed(from, to);
    for (const [index, name] of ways.entries())
      if (name !== to) onwards.set(name, new Set([...(onwards.get(name) ?? []), ...ways.slice(index + 1)]));
  };
  for (const { from, to } of graph.definition.edges) add(from, to);
  for (const { stage, move } of graph.moves) add(stage.id, move.to);
  return { passed, after: (name) => [...(onwards.get(name) ?? [])] };
};

/** The lists of what a stage does by itself, each with its border and where work goes on from there. */
export const listsOf = (
  stage: NodeOf<"stage">,
): readonly {
  readonly name: string;
  readonly calls: readonly BlockCall[];
  readonly next: (ways: StageWays) => readonly string[];
}[] =>
  [
    { name: entering(stage.id), calls: stage.entryActions },
    { name: leaving(stage.id), calls: stage.exitActions },
  ].map((list) => ({ ...list, next: (ways) => ways.after(list.name) }));

const LISTS: Readonly<Record<string, (stage: string) => string>> = {
  entryActions: entering,
  exitActions: leaving,
  owner: entering,
};

/** The border at which an expression of a stage is asked, and which of its actions it belongs to (its owner comes after them); null for any other place. */
export const listedAt = (
  at: string,
  { path = "" }: Place,
): { readonly name: string; readonly index: number } | null => {
  const [list = "", index] = path.split(".");
  const border = LISTS[list];
  return border ? { name: border(at), index: index === undefined ? Number.POSITIVE_INFINITY : Number(index) } : null;
};
