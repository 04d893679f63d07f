import type { Node } from "../../definition/node.ts";
import type { Check } from "../check.ts";
import { error, warning } from "../finding.ts";
import { placesOf } from "../findingDetail.ts";
import { reachedFrom, successorsOf, type Graph } from "../graph.ts";

/** Steps and stages that no work can come to. */
export const unreachable: Check = (graph) => {
  const next = successorsOf(graph);
  const withStage = (id: string): readonly string[] => {
    const stage = graph.stageOf(id);
    return [
      ...next(id),
      ...(stage === null || stage === id
        ? []
        : (graph.stages.find((it) => it.id === stage)?.moves.map((move) => move.to) ?? [])),
    ];
  };
  const reached = reachedFrom(
    graph.starts.map((start) => start.id),
    withStage,
  );
  const stagesReached = new Set([...reached].map((id) => graph.stageOf(id)));
  const isReached = (id: string): boolean => reached.has(id) || stagesReached.has(id);
  /** The stage from which a move would lead there, or the stage that could begin with it. */
  const leadingFrom = (node: Node): readonly string[] => {
    if (node.kind === "start") return [];
    if (node.kind !== "stage") {
      const stage = graph.stages.find(({ id }) => id === node.stage);
      return stage && stage.entry === undefined && isReached(stage.id) ? [stage.id] : [];
    }
    const open = graph.stages.filter(({ id, final }) => final === undefined && isReached(id));
    const before = open.filter(({ order }) => order < node.order).toSorted((a, b) => b.order - a.order);
    return [...before, ...open].slice(0, 1).map(({ id }) => id);
  };
  return graph.definition.nodes
    .filter((node) => !reached.has(node.id) && !(node.kind === "stage" && stagesReached.has(node.id)))
    .map((node) =>
      error(
        "UNREACHABLE",
        { node: node.id },
        {
          en: `Nothing leads to “${node.name.en}”.`,
          zh: `没有任何路径通往“${node.name.zh}”。`,
          detail: placesOf(leadingFrom(node)),
        },
      ),
    );
};

const canEnd = (graph: Graph): ReadonlySet<string> => {
  const isSide = graph.definition.kind === "side";
  const ends = (id: string): boolean => {
    const node = graph.nodes.get(id);
    const stage = graph.stages.find((it) => it.id === (node?.kind === "stage" ? node.id : graph.stageOf(id)));
    if (node?.kind === "end") return isSide || node.mode !== "normal" || stage?.final !== undefined;
    if (!stage) return false;
    const rests =
      node?.kind === "stage"
        ? node.entry === undefined || stage.final !== undefined
        : graph.out(id).length === 0 || stage.final !== undefined;
    return rests && (stage.final !== undefined || (isSide && stage.moves.length === 0));
  };
  const next = successorsOf(graph);
  const before = new Map<string, string[]>();
  for (const { id } of graph.definition.nodes)
    for (const to of next(id)) before.set(to, [...(before.get(to) ?? []), id]);
  return reachedFrom(graph.definition.nodes.map((node) => node.id).filter(ends), (id) => before.get(id) ?? []);
};

/** Stages that can never be brought to an end. */
export const noWayOut: Check = (graph) => {
  const able = canEnd(graph);
  return graph.definition.nodes
    .filter((node) => node.kind !== "start" && !able.has(node.id))
    .map((node) =>
      error(
        "NO_WAY_OUT",
        { node: node.id },
        {
          en: `From “${node.name.en}” the case can never end.`,
          zh: `到达“${node.name.zh}”后流程无法结束。`,
          fix: { en: "Draw a wire or a move that leads on.", zh: "请添加后续连线或流转操作。" },
        },
      ),
    );
};

/** An end where the language knows none. */
export const endsInOpenStages: Check = (graph) =>
  graph.definition.kind === "side"
    ? []
    : graph.steps
        .filter((step) => step.kind === "end" && !graph.stages.find((stage) => stage.id === step.stage)?.final)
        .map((step) =>
          error(
            "END_IN_OPEN_STAGE",
            { node: step.id },
            {
              en: `“${step.name.en}” ends the life of a record in a stage that is not final.`,
              zh: `“${step.name.zh}”位于非终止阶段，不能结束流程。`,
              fix: { en: "Lead to a final stage instead.", zh: "请改为进入终止阶段。" },
            },
          ),
        );

/** Moves out of a final stage are never open: the case has ended. */
export const movesOfFinalStages: Check = (graph) =>
  graph.moves
    .filter(({ stage }) => stage.final && stage.entry === undefined)
    .map(({ stage, move }) =>
      warning(
        "MOVE_NEVER_OPEN",
        { node: stage.id, move: move.id },
        {
          en: `“${move.name.en}” is never open: the case ends here.`,
          zh: `“${move.name.zh}”永远不可用：流程在此结束。`,
        },
      ),
    );
