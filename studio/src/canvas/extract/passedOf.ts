import type { Edge, Node, ProcessDefinition } from "@sluice/process";
import { leadsTo } from "../model/leadsTo.ts";
import { messagesHeard, variablesRead, variablesSet } from "../model/namesOf.ts";
import type { Border } from "./borderOf.ts";

/** What goes in and comes out besides the record, which both processes share. */
export interface Passed {
  /** Variables that are asked inside and may have been set before. */
  readonly handedOver: readonly string[];
  /** Variables that are set inside and asked afterwards. */
  readonly broughtBack: readonly string[];
  /** Of both, those that something outside asks or sets while the steps are at work. */
  readonly sharedMeanwhile: readonly string[];
}

const setBy = (node: Node): readonly string[] => [...variablesSet(node), ...messagesHeard(node)];

/** The steps that are reached from some, by wires and without entering others. */
const reachedBy = (edges: readonly Edge[], from: readonly string[], without: ReadonlySet<string>): Set<string> => {
  const seen = new Set<string>();
  const open = from.filter((id) => !without.has(id));
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...edges.filter((edge) => edge.from === at && !without.has(edge.to)).map(({ to }) => to));
  }
  return seen;
};

/** What may be at work beside the selection: other ways of a split that leads to it, up to where they meet; and the stage, with its moves. */
const besides = (definition: ProcessDefinition, { stage, steps, doors }: Border): readonly Node[] => {
  const inside = new Set(steps.map(({ id }) => id));
  const joins = new Set(definition.nodes.flatMap(({ id, kind }) => (kind === "join" ? [id] : [])));
  const outOf = (id: string) => definition.edges.filter(({ from }) => from === id).map(({ to }) => to);
  const beside = definition.nodes.flatMap(({ id, kind }) => {
    if (kind !== "parallel" || inside.has(id)) return [];
    const ways = outOf(id).map((to) => ({ to, reached: reachedBy(definition.edges, [to], joins) }));
    const own = ways.filter(({ reached }) => doors.some((door) => reached.has(door)));
    return own.length === 0 ? [] : ways.filter((way) => !own.includes(way)).flatMap(({ reached }) => [...reached]);
  });
  const ids = new Set(beside.filter((id) => !inside.has(id)));
  return definition.nodes.filter(({ id }) => id === stage || ids.has(id));
};

/** What a sub-process of a selection is handed, and what of it is wanted back. */
export const passedOf = (definition: ProcessDefinition, border: Border): Passed => {
  const { steps, inner, out, doors } = border;
  const inside = new Set(steps.map(({ id }) => id));
  const within = new Set([...inner, ...out].map(({ id }) => id));
  const others = definition.nodes.filter(({ id }) => !inside.has(id));
  const asked = variablesRead(steps, inner, out);
  const setInside = new Set(steps.flatMap(setBy));
  const askedOutside = variablesRead(
    others,
    definition.edges.filter(({ id }) => !within.has(id)),
    definition.controls,
  );
  // What is done again sees what the time before left behind.
  const isDoneAgain = out.some(({ to }) => doors.some((door) => leadsTo(definition, to, door)));
  const keeps = (name: string): boolean => isDoneAgain && asked.has(name);
  const fromTheStart = definition.nodes.some((node) => node.kind === "start" && node.trigger.on !== "manual");
  const isDeclared = (name: string): boolean => definition.variables.some(({ key }) => key === name);
  const isSetBefore = (name: string): boolean =>
    !setInside.has(name) ||
    others.some((node) => setBy(node).includes(name)) ||
    keeps(name) ||
    (fromTheStart && isDeclared(name));
  const handedOver = [...asked].filter(isSetBefore);
  const broughtBack = [...setInside].filter((name) => askedOutside.has(name) || keeps(name));
  const meanwhile = besides(definition, border);
  const wires = definition.edges.filter(({ from }) => meanwhile.some(({ id }) => id === from));
  const askedMeanwhile = variablesRead(meanwhile, wires);
  const setMeanwhile = new Set(meanwhile.flatMap(setBy));
  return {
    handedOver,
    broughtBack,
    sharedMeanwhile: [
      ...new Set([
        ...handedOver.filter((name) => setMeanwhile.has(name)),
        ...[...setInside].filter((name) => askedMeanwhile.has(name) || setMeanwhile.has(name)),
      ]),
    ],
  };
};
