import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import type { Json } from "../../kernel/json.ts";

/** What a definition is made of: itself, its steps and stages, wires, moves, control points, stories and variables. */
export type ElementKind = "process" | "node" | "edge" | "move" | "control" | "story" | "variable";

/** The settings of an element by their paths (`who`, `name.en`), each as small as it can be changed without the others. */
export type Settings = { readonly [path: string]: Json };

/** One element of a definition, found again in another version by its key. A move's setting `in` is the stage it leaves. */
export interface Element {
  readonly of: ElementKind;
  readonly id: string;
  readonly settings: Settings;
}

/** Elements by key, in the order of the drawing. Steps, stages, wires and moves share their ids, so they share their keys. */
export type Elements = ReadonlyMap<string, Element>;

/** Settings whose parts mean something each on its own; all others are one setting, whatever they hold. */
const IN_PARTS: ReadonlySet<string> = new Set([
  "name",
  "comment",
  "attachment",
  "signature",
  "permissions",
  "inputs",
  "outputs",
]);

type Raw = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is Raw =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What separates a setting from its part; a part may have dots in its own name. */
const settingsOf = (raw: Raw): Settings =>
  Object.fromEntries(
    Object.entries(raw).flatMap(([key, value]): readonly (readonly [string, Json])[] =>
      IN_PARTS.has(key) && isObject(value) && Object.keys(value).length > 0
        ? Object.entries(value).map(([part, inner]) => [`${key}.${part}`, inner] as const)
        : value === undefined
          ? []
          : [[key, value]],
    ),
  );

/** The object whose settings these are. */
export const rawOf = (settings: Settings): Raw => {
  const raw: { [key: string]: Json } = {};
  for (const [path, value] of Object.entries(settings)) {
    const [key = "", ...rest] = path.split(".");
    if (rest.length === 0) raw[key] ??= value;
    else raw[key] = { ...(isObject(raw[key]) ? raw[key] : {}), [rest.join(".")]: value };
  }
  return raw;
};

const element = (of: ElementKind, id: string, raw: unknown): Element => ({ of, id, settings: settingsOf(raw as Raw) });

/** The key under which an element is found in every version. */
export const keyOf = (of: ElementKind, id: string): string =>
  of === "control" || of === "story" || of === "variable" ? `${of} ${id}` : of === "process" ? "process" : id;

/** Takes a definition apart. */
export const elementsOf = (definition: ProcessDefinition): Elements => {
  const { nodes, edges, variables, controls = [], stories = [], ...process } = definition;
  const all = [
    element("process", process.key, process),
    ...nodes.flatMap((node) => {
      if (node.kind !== "stage") return [element("node", node.id, node)];
      const { moves, ...stage } = node;
      return [
        element("node", node.id, stage),
        ...moves.map((move) => element("move", move.id, { ...move, in: node.id })),
      ];
    }),
    ...edges.map((edge) => element("edge", edge.id, edge)),
    ...controls.map((control) => element("control", control.id, control)),
    ...stories.map((story) => element("story", story.id, story)),
    ...variables.map((variable) => element("variable", variable.key, variable)),
  ];
  return new Map(all.map((one) => [keyOf(one.of, one.id), one]));
};

/** Puts a definition together again. It is as whole as its elements are. */
export const definitionOf = (elements: Elements): ProcessDefinition => {
  const rawsOf = (of: ElementKind): readonly Raw[] =>
    [...elements.values()].filter((one) => one.of === of).map(({ settings }) => rawOf(settings));
  const moves = rawsOf("move").map(({ in: stage, ...move }) => ({ stage, move }));
  const nodes = rawsOf("node").map((node) =>
    node["kind"] === "stage"
      ? { ...node, moves: moves.filter(({ stage }) => stage === node["id"]).map(({ move }) => move) }
      : node,
  );
  const [controls, stories] = [rawsOf("control"), rawsOf("story")];
  return {
    ...rawsOf("process")[0],
    nodes,
    edges: rawsOf("edge"),
    variables: rawsOf("variable"),
    ...(controls.length > 0 ? { controls } : {}),
    ...(stories.length > 0 ? { stories } : {}),
  } as unknown as ProcessDefinition;
};
