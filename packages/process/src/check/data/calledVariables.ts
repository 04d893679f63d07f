import type { NodeOf } from "../../definition/node.ts";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { graphOf, type Graph } from "../graph.ts";
import type { CalledProcess, CalledVariable } from "./called.ts";
import { certainlySet, everSet, knownVariables, surelySetBy } from "./variables.ts";

/** What every child is given besides what it is handed: its item of the list, and its place there. */
const GIVEN: CalledProcess["variables"] = new Map([
  ["item", { type: "any", set: "always" }],
  ["index", { type: "integer", set: "always" }],
]);

/** Where a case can come to its end: at ends, and where work runs out in a stage that no move leads out of. */
const endsOf = (graph: Graph): readonly string[] => {
  const isLeft = (stage: string): boolean => (graph.nodes.get(stage) as NodeOf<"stage">).moves.length > 0;
  return [
    ...graph.steps
      .filter(({ id, kind, stage }) => kind === "end" || (graph.out(id).length === 0 && !isLeft(stage)))
      .map(({ id }) => id),
    ...graph.stages.filter(({ id, entry }) => entry === undefined && !isLeft(id)).map(({ id }) => id),
  ];
};

/**
 * What a process looks like to those that call it: every variable that it knows, of which type, and whether it has set it when
 * a case has ended, on every way, on some, or never. What only one branch of a split sets counts as set on some ways.
 *
 * Pure; the definition is whole.
 */
export const calledProcess = (definition: ProcessDefinition): CalledProcess => {
  const graph = graphOf(definition);
  const certain = certainlySet(graph);
  const [first, ...others] = endsOf(graph).map((id) => new Set([...certain(id), ...surelySetBy(graph, id)]));
  const always = new Set([...(first ?? [])].filter((key) => others.every((set) => set.has(key))));
  const ever = everSet(graph);
  const own = [...knownVariables(graph)].map(([key, type]): [string, CalledVariable] => [
    key,
    { type, set: always.has(key) ? "always" : ever.has(key) ? "sometimes" : "never" },
  ]);
  return { name: definition.name, variables: new Map([...GIVEN, ...own]) };
};
