import type { Node, NodeOf } from "../../definition/node.ts";
import type { Check } from "../check.ts";
import { error } from "../finding.ts";
import { pathsOf, type Graph } from "../graph.ts";
import { waits } from "./loops.ts";

/** The steps between a split and the joins that end its paths, within its stage. */
const insideOf = (graph: Graph, split: NodeOf<"parallel">): readonly Node[] => {
  const inside = new Set<string>();
  const open = pathsOf(graph, split.id).map((edge) => edge.to);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = graph.nodes.get(id);
    if (inside.has(id) || node?.kind === "join" || node?.kind === "stage" || graph.stageOf(id) !== split.stage)
      continue;
    inside.add(id);
    open.push(...graph.out(id).map((edge) => edge.to));
  }
  return [...inside].flatMap((id) => graph.nodes.get(id) ?? []);
};

/** Steps that rest without being tasks, where one is to be done at a time: nobody can begin them, so they cannot take turns. */
export const turns: Check = (graph) =>
  graph.steps.flatMap((split) => {
    if (split.kind !== "parallel" || split.run !== "oneAtATime") return [];
    return insideOf(graph, split)
      .filter((node) => node.kind !== "task" && (waits(graph, node) || (node.kind === "guard" && node.mode === "hold")))
      .map((node) =>
        error(
          "TURNS_NEED_TASKS",
          { node: node.id },
          {
            en: `“${node.name.en}” cannot take turns with the other paths of “${split.name.en}”: only tasks can.`,
            zh: `“${node.name.zh}”不能与“${split.name.zh}”的其他路径轮流进行：只有任务可以。`,
            fix: { en: "Move it behind the join, or run the paths together.", zh: "请移到汇合之后，或改为同时进行。" },
            detail: { at: [split.id] },
          },
        ),
      );
  });
