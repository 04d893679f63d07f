import type { ProcessDefinition } from "@sluice/process";
import { findNode, isStep } from "../model/elements.ts";
import { messagesHeard, variablesRead, variablesSet } from "../model/namesOf.ts";

const textsIn = (part: unknown): readonly string[] => {
  if (typeof part === "string") return [part];
  if (typeof part !== "object" || part === null) return [];
  return Object.values(part).flatMap(textsIn);
};

/** Whether control points or stories speak of one of these elements. */
const isSpokenOf = ({ controls, stories }: ProcessDefinition, ids: ReadonlySet<string>): boolean =>
  textsIn([controls, stories]).some((text) => ids.has(text));

/** Elements together with what goes when they go: the steps of a stage. */
const withTheirs = ({ nodes }: ProcessDefinition, ids: readonly string[]): ReadonlySet<string> => {
  const all = new Set(ids);
  for (const node of nodes) if (isStep(node) && all.has(node.stage)) all.add(node.id);
  return all;
};

/** Whether something else still asks for a variable that is set nowhere else. */
export const isVariableNeeded = (definition: ProcessDefinition, keys: readonly string[], without: string): boolean => {
  const rest = definition.nodes.filter(({ id }) => id !== without);
  const asked = variablesRead(rest, definition.edges);
  const set = new Set([...rest.flatMap(variablesSet), ...definition.variables.map(({ key }) => key)]);
  return keys.some((key) => asked.has(key) && !set.has(key));
};

/**
 * Whether something would be missed if these elements were taken away: control points and stories speak of them, or what they set
 * is asked for elsewhere.
 */
export const isMissed = (definition: ProcessDefinition, ids: readonly string[]): boolean => {
  const gone = withTheirs(definition, ids);
  const nodes = [...gone].flatMap((id) => findNode(definition, id) ?? []);
  const moves = definition.nodes.flatMap((node) =>
    node.kind === "stage" ? node.moves.filter(({ to }) => gone.has(node.id) || gone.has(to)).map(({ id }) => id) : [],
  );
  if (isSpokenOf(definition, new Set([...gone, ...moves]))) return true;
  const rest = definition.nodes.filter(({ id }) => !gone.has(id));
  const wires = definition.edges.filter(({ from, to }) => !gone.has(from) && !gone.has(to));
  const asked = variablesRead(rest, wires);
  const set = new Set([...rest.flatMap(variablesSet), ...rest.flatMap(messagesHeard)]);
  return [...nodes.flatMap(variablesSet), ...nodes.flatMap(messagesHeard)].some(
    (key) => asked.has(key) && !set.has(key),
  );
};
