import type { Node } from "../../definition/node.ts";
import type { Check } from "../checkDefinition.ts";
import { error } from "../finding.ts";
import type { Graph } from "../graph.ts";

/** Whether work always rests here for a while: a person, a time or another system has to act. */
export const waits = (graph: Graph, node: Node): boolean => {
  switch (node.kind) {
    case "task":
    case "approval":
    case "timer":
    case "message":
    case "race":
      return true;
    case "subprocess":
      return node.wait;
    case "action":
      return (
        node.await &&
        !["setFields", "createRecord", "linkRecord", "assignOwner", "openChild", "notice"].includes(node.block)
      );
    case "stage":
      return node.entry === undefined;
    default:
      return false;
  }
};

/** A node of every circle that is left when `without` is taken away, each circle once, in drawing order. */
const circles = (ids: readonly string[], next: (id: string) => readonly string[]): readonly string[] => {
  const state = new Map<string, "open" | "done">();
  const found = new Set<string>();
  for (const root of ids) {
    if (state.has(root)) continue;
    state.set(root, "open");
    const path: { readonly id: string; readonly left: string[] }[] = [{ id: root, left: [...next(root)] }];
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const to = at.left.shift();
      if (to === undefined) {
        state.set(at.id, "done");
        path.pop();
      } else if (state.get(to) === "open") found.add(to);
      else if (!state.has(to)) {
        state.set(to, "open");
        path.push({ id: to, left: [...next(to)] });
      }
    }
  }
  return [...found];
};

/** Circles in which nothing ever rests: a step would never end. */
export const loopsWithoutWait: Check = (graph) => {
  const ids = graph.definition.nodes
    .filter((node) => node.kind !== "start" && !waits(graph, node))
    .map((node) => node.id);
  const among = new Set(ids);
  const next = (id: string): readonly string[] => {
    const node = graph.nodes.get(id);
    const entry = node?.kind === "stage" && node.entry ? [node.entry] : [];
    return [...graph.out(id).map((edge) => edge.to), ...entry].filter((to) => among.has(to));
  };
  return circles(ids, next).map((id) =>
    error(
      "LOOP_WITHOUT_WAIT",
      { node: id },
      {
        en: `The process runs in a circle through “${graph.nodes.get(id)?.name.en ?? id}” without ever resting.`,
        zh: `流程在“${graph.nodes.get(id)?.name.zh ?? id}”处无等待循环。`,
        fix: { en: "Put a task, a timer or a hold on the way.", zh: "请在环路中加入任务、定时或等待节点。" },
      },
    ),
  );
};

/** Ways back within a stage that may be taken for ever. Stages may be entered again as often as people like. */
export const unboundedWaysBack: Check = (graph) => {
  const ids = graph.steps.map((step) => step.id);
  const next = (id: string): readonly string[] =>
    graph
      .out(id)
      .filter(
        (edge) =>
          edge.maxVisits === undefined &&
          graph.stageOf(edge.to) === graph.stageOf(id) &&
          graph.nodes.get(edge.to)?.kind !== "stage",
      )
      .map((edge) => edge.to);
  return circles(ids, next).map((id) =>
    error(
      "WAY_BACK_UNBOUNDED",
      { node: id },
      {
        en: `Work may come back to “${graph.nodes.get(id)?.name.en ?? id}” for ever.`,
        zh: `“${graph.nodes.get(id)?.name.zh ?? id}”可被无限次返回。`,
        fix: { en: "Say how often the wire back may be taken.", zh: "请设置返回连线的最多次数。" },
      },
    ),
  );
};
