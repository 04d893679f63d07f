import type { Edge } from "../../definition/edge.ts";
import type { Node } from "../../definition/node.ts";
import type { Check } from "../check.ts";
import { error } from "../finding.ts";
import { placesOf } from "../findingDetail.ts";
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

/** More ways round to one node than this are not told apart. */
const MOST_WAYS = 20;

/** A node at which circles close, and the ways by which they do, each as the elements it goes through. */
interface Circle {
  readonly id: string;
  readonly closing: (readonly string[])[];
}

/** A node of every circle there is, each once, in drawing order, with the ways that close it: without them there is none. */
const circles = (ids: readonly string[], next: (id: string) => readonly string[]): readonly Circle[] => {
  const state = new Map<string, "open" | "done">();
  const found = new Map<string, Circle>();
  for (const root of ids) {
    if (state.has(root)) continue;
    state.set(root, "open");
    const path: { readonly id: string; readonly left: string[] }[] = [{ id: root, left: [...next(root)] }];
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const to = at.left.shift();
      if (to === undefined) {
        state.set(at.id, "done");
        path.pop();
      } else if (state.get(to) === "open") {
        const circle = found.get(to) ?? { id: to, closing: [] };
        if (circle.closing.length < MOST_WAYS)
          circle.closing.push(path.slice(path.findIndex(({ id }) => id === to)).map(({ id }) => id));
        found.set(to, circle);
      } else if (!state.has(to)) {
        state.set(to, "open");
        path.push({ id: to, left: [...next(to)] });
      }
    }
  }
  return [...found.values()];
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
  /** The last wire of each way round, so that what is put there is on every one of them. */
  const wiresOf = ({ id, closing }: Circle): readonly string[] =>
    closing.flatMap((way) => {
      const round = [...way, id];
      for (let at = way.length - 1; at >= 0; at -= 1) {
        const wires = graph.out(round[at] ?? "").filter((edge) => edge.to === round[at + 1]);
        if (wires.length > 0) return wires.map(({ id }) => id);
      }
      return [];
    });
  return circles(ids, next).map((circle) => {
    const { id } = circle;
    return error(
      "LOOP_WITHOUT_WAIT",
      { node: id },
      {
        en: `The process runs in a circle through “${graph.nodes.get(id)?.name.en ?? id}” without ever resting.`,
        zh: `流程在“${graph.nodes.get(id)?.name.zh ?? id}”处无等待循环。`,
        fix: {
          en: "Put a task, a timer or a hold on the way.",
          zh: "请在环路中加入任务、定时器或等待条件满足的守卫。",
        },
        detail: placesOf([...new Set(wiresOf(circle))]),
      },
    );
  });
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
  const isBack = (from: string | undefined, to: string) => (edge: Edge) =>
    edge.from === from && edge.to === to && edge.maxVisits === undefined;
  return circles(ids, next).map(({ id, closing }) =>
    error(
      "WAY_BACK_UNBOUNDED",
      { node: id },
      {
        en: `Work may come back to “${graph.nodes.get(id)?.name.en ?? id}” for ever.`,
        zh: `“${graph.nodes.get(id)?.name.zh ?? id}”可被无限次返回。`,
        fix: { en: "Say how often the wire back may be taken.", zh: "请设置返回连线的最多次数。" },
        detail: placesOf(
          closing.flatMap((way) => graph.into(id).filter(isBack(way.at(-1), id))).map((edge) => edge.id),
        ),
      },
    ),
  );
};
