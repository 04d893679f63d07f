import type { NodeOf } from "../../definition/node.ts";
import type { Graph } from "../graph.ts";
import { callsOfStage, setOnEntry } from "./blockCalls.ts";
import type { CalledProcess, CalledVariable } from "./called.ts";

type VariableType = CalledVariable["type"];

/** The process that a step calls, in the version that it would take; null where nothing is known of it. */
export type CalledOf = (node: NodeOf<"subprocess">) => CalledProcess | null;

/** The type of a variable that a sub-process sets: over a list always a list. */
const typeBroughtBack = (node: NodeOf<"subprocess">, key: string, called: CalledOf): VariableType => {
  const there = key === node.outcomesTo ? undefined : node.bringBack[key];
  if (there === undefined) return "any";
  return node.each === undefined ? (called(node)?.variables.get(there)?.type ?? "any") : "list";
};

/** The variables that a step sets when it does its work. */
const setBy = (graph: Graph, id: string): readonly string[] => {
  const node = graph.nodes.get(id);
  switch (node?.kind) {
    case "action":
      return node.await ? Object.keys(node.outputs) : [];
    case "branch":
      return node.table?.outputs.map((output) => output.variable) ?? [];
    case "subprocess":
      return [...(node.outcomesTo ? [node.outcomesTo] : []), ...(node.wait ? Object.keys(node.bringBack) : [])];
    case "message":
      return [node.message];
    case "stage":
      return setOnEntry(node);
    default:
      return [];
  }
};

/**
 * Those that are set whenever it is left: none by a step that goes on when it cannot be taken, and none that a child brings back,
 * which may not have set it.
 */
export const surelySetBy = (graph: Graph, id: string): readonly string[] => {
  const node = graph.nodes.get(id);
  if (node?.kind === "subprocess" && !node.each) return node.outcomesTo ? [node.outcomesTo] : [];
  return node && "onError" in node && node.onError?.do === "goOn" ? [] : setBy(graph, id);
};

/** The variables that a step has set when it is left by its error wire: what went wrong. */
const setByError = (graph: Graph, id: string): readonly string[] => {
  const node = graph.nodes.get(id);
  const said = node && "onError" in node ? node.onError : undefined;
  return said?.do === "follow" && said.into !== undefined ? [said.into] : [];
};

/** Every variable that something in the process sets, with what is known of its type from there. */
const setters = (graph: Graph, called: CalledOf): readonly (readonly [string, VariableType])[] =>
  graph.definition.nodes.flatMap((node): readonly (readonly [string, VariableType])[] => [
    ...[...setBy(graph, node.id), ...setByError(graph, node.id)].map(
      (key) => [key, node.kind === "subprocess" ? typeBroughtBack(node, key, called) : "any"] as const,
    ),
    ...(node.kind === "race" ? node.runners : []).flatMap(({ on }) =>
      on.kind === "message" ? [[on.message, "any"] as const] : [],
    ),
    ...(node.kind === "stage" ? callsOfStage(node) : []).flatMap(({ call }) =>
      Object.keys(call.outputs).map((key) => [key, "any"] as const),
    ),
    ...(node.kind === "stage" ? node.moves : []).flatMap(({ trigger }) =>
      trigger.by === "message" ? [[trigger.message, "any"] as const] : [],
    ),
  ]);

/** The variables that something in the process sets on some way. */
export const everSet = (graph: Graph): ReadonlySet<string> => new Set(setters(graph, () => null).map(([key]) => key));

/**
 * Every variable that the process declares or sets, with its type: as it is declared, else as the processes have it that bring
 * it back, where nothing else sets it.
 */
export const knownVariables = (graph: Graph, called: CalledOf = () => null): ReadonlyMap<string, VariableType> => {
  const known = new Map<string, VariableType>();
  for (const [key, type] of setters(graph, called))
    known.set(key, known.has(key) && known.get(key) !== type ? "any" : type);
  for (const { key, type } of graph.definition.variables) known.set(key, type);
  return known;
};

/** Where work comes from, and whether by a wire drawn for errors. */
interface Source {
  readonly from: string;
  readonly isError: boolean;
}

const sourcesOf = (graph: Graph): ReadonlyMap<string, readonly Source[]> => {
  const sources = new Map<string, Source[]>();
  const add = (from: string, to: string, isError = false): void => {
    sources.set(to, [...(sources.get(to) ?? []), { from, isError }]);
  };
  for (const edge of graph.definition.edges) add(edge.from, edge.to, edge.on.kind === "error");
  for (const { stage, move } of graph.moves) add(stage.id, move.to);
  for (const stage of graph.stages) if (stage.entry) add(stage.id, stage.entry);
  for (const step of graph.steps) {
    const outside = [
      ...graph.into(step.id).map((edge) => ({ from: edge.from, isError: edge.on.kind === "error" })),
      ...graph.moves.filter(({ move }) => move.to === step.id).map(({ stage }) => ({ from: stage.id, isError: false })),
    ];
    for (const { from, isError } of outside) if (graph.stageOf(from) !== step.stage) add(from, step.stage, isError);
  }
  return sources;
};

/**
 * The variables that are certainly set when an element is reached, on whatever way. A stage counts with what was set before it was
 * entered: its moves may be taken at once. Of a process's own variables nothing is certain at the start.
 */
export const certainlySet = (graph: Graph): ((id: string) => ReadonlySet<string>) => {
  const sources = sourcesOf(graph);
  const certain = new Map<string, ReadonlySet<string> | null>(
    graph.definition.nodes.map((node) => [node.id, node.kind === "start" ? new Set<string>() : null]),
  );
  const after = ({ from, isError }: Source): ReadonlySet<string> | null => {
    const before = certain.get(from) ?? null;
    return before && new Set([...before, ...(isError ? setByError : surelySetBy)(graph, from)]);
  };
  const meet = (sets: readonly (ReadonlySet<string> | null)[]): ReadonlySet<string> | null => {
    const known = sets.filter((set) => set !== null);
    const [first, ...others] = known;
    return first === undefined ? null : new Set([...first].filter((key) => others.every((set) => set.has(key))));
  };
  for (let changed = true; changed;) {
    changed = false;
    for (const node of graph.definition.nodes as readonly NodeOf<"start" | "stage" | "task">[]) {
      if (node.kind === "start") continue;
      const next = meet((sources.get(node.id) ?? []).map(after));
      if ((next?.size ?? -1) === (certain.get(node.id)?.size ?? -1)) continue;
      certain.set(node.id, next);
      changed = true;
    }
  }
  return (id) => certain.get(id) ?? new Set();
};
