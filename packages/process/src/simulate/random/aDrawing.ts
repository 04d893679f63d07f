import fc from "fast-check";
import type { Node } from "../../definition/node.ts";
import type { ProcessDefinition } from "../../definition/processDefinition.ts";
import { aProcess, approvalOf, taskOf } from "../aProcess.ts";

/** A process to draw on: two stages of work and an end, a control point, a variable. */
export const aDrawing: ProcessDefinition = {
  ...aProcess({
    variables: { level: "text" },
    stages: {
      draft: { entry: "write", steps: { write: taskOf("ann"), read: taskOf("bob") } },
      review: {
        entry: "legal",
        steps: { legal: approvalOf(["cat"]), sign: taskOf("dan") },
        moves: { back: { to: "draft", trigger: { by: "person" } }, done: { to: "closed", trigger: { by: "person" } } },
      },
      closed: { final: "done" },
    },
    wires: [
      ["start", "draft"],
      ["write", "read"],
      ["read", "review"],
      ["legal", "sign"],
    ],
  }),
  controls: [
    {
      id: "first",
      must: "neverBefore",
      point: { at: "step", step: "sign" },
      before: [{ at: "stage", stage: "draft" }],
    },
  ],
};

/** An act of drawing. Whoever does it leaves the process whole. */
export type Act = (definition: ProcessDefinition) => ProcessDefinition;

const onNode =
  (id: string, change: (node: Node) => Node): Act =>
  (definition) => ({ ...definition, nodes: definition.nodes.map((node) => (node.id === id ? change(node) : node)) });

/** Calls a step or stage otherwise. */
export const rename = (id: string, name: string): Act =>
  onNode(id, (node) => ({ ...node, name: { en: name, zh: name } }));

/** Gives a step to others. */
export const give = (id: string, role: string): Act =>
  onNode(id, (node) => ("who" in node ? ({ ...node, who: [{ by: "role", role }] } as Node) : node));

/** Draws a step elsewhere. */
export const shift = (id: string, x: number): Act =>
  onNode(id, (node) => (node.kind === "stage" ? node : ({ ...node, position: { x, y: 0 } } as Node)));

/** Takes nodes, wires and moves away, with all that would end nowhere. */
export const remove =
  (...ids: readonly string[]): Act =>
  (definition) => {
    const gone = new Set(ids);
    for (const node of definition.nodes) if ("stage" in node && gone.has(node.stage)) gone.add(node.id);
    const kept = definition.nodes.filter(({ id }) => !gone.has(id));
    const nodes = kept.map((node): Node => {
      if (node.kind !== "stage") return node;
      const { entry, ...rest } = node;
      const moves = node.moves.filter(({ id, to }) => !gone.has(id) && !gone.has(to));
      return { ...rest, moves, ...(entry === undefined || gone.has(entry) ? {} : { entry }) };
    });
    const edges = definition.edges.filter(({ id, from, to }) => ![id, from, to].some((it) => gone.has(it)));
    const names = [...gone].map((id) => `"${id}"`);
    const controls = (definition.controls ?? []).filter(
      (it) => !names.some((name) => JSON.stringify(it).includes(name)),
    );
    const { controls: _, ...rest } = definition;
    return { ...rest, nodes, edges, ...(controls.length > 0 ? { controls } : {}) };
  };

/** Puts a task after a step, in its stage, under this id. */
export const follow =
  (after: string, id: string, role: string): Act =>
  (definition) => {
    const at = definition.nodes.find((node) => node.id === after);
    if (at === undefined || !("stage" in at) || definition.nodes.some((node) => node.id === id)) return definition;
    const name = { en: id, zh: id };
    const [task] = aProcess({ stages: { [at.stage]: { steps: { [id]: taskOf(role) } } }, wires: [] }).nodes.slice(-1);
    return {
      ...definition,
      nodes: [...definition.nodes, { ...(task as Node), name }],
      edges: [...definition.edges, { id: `to-${id}`, from: after, to: id, on: { kind: "default" } }],
    };
  };

const places = ["write", "read", "legal", "sign", "draft", "review", "closed", "extra"] as const;
const steps = ["write", "read", "legal", "sign", "extra"] as const;
const words = fc.constantFrom("one", "two", "three");

/** Any act of drawing but taking away the last stage. */
export const anAct: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(fc.constantFrom(...places), words).map(([id, name]) => rename(id, name)),
  fc.tuple(fc.constantFrom(...steps), words).map(([id, role]) => give(id, role)),
  fc.tuple(fc.constantFrom(...steps), fc.nat(3)).map(([id, x]) => shift(id, x)),
  fc.constantFrom(...places, "w2", "w3", "w4", "back", "done").map((id) => remove(id)),
  fc
    .tuple(fc.constantFrom(...steps), fc.constantFrom("extra", "other"), words)
    .map(([at, id, role]) => follow(at, id, role)),
);

/** What somebody did to a process, act by act. */
export const drawnOn = (definition: ProcessDefinition, acts: readonly Act[]): ProcessDefinition =>
  acts.reduce((before, act) => act(before), definition);
