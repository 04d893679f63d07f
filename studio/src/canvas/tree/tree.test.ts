import { type Edge, edgeSchema, type Node, type ProcessDefinition, processDefinitionSchema } from "@sluice/process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import { blankNode } from "../model/blankNode.ts";
import { findNode, stagesOf } from "../model/elements.ts";
import { insertOnEdge } from "../model/insertOnEdge.ts";
import { stageTree, type TreeItem } from "./stageTree.ts";
import { deleteBlock, deleteWay } from "./treeEdits.ts";

const name = { en: "It", zh: "它" };
const kindOf = (id: string) => (id.startsWith("b") ? "branch" : id.startsWith("j") ? "join" : "task");

/** A stage `s` with steps `a-b-c`, wired `a>b`; whose entry is the first. Letters starting with b are branches, with j joins. */
const drawn = (...wires: readonly string[]): ProcessDefinition => {
  const pairs = wires.map((wire) => wire.split(">"));
  const ids = [...new Set(pairs.flat())].filter((id) => id !== "out" && id !== "x" && id !== "");
  const stage = blankNode("stage", { id: "s", name, stage: "", order: 0 });
  const out = blankNode("stage", { id: "out", name, stage: "", order: 1 });
  const nodes: Node[] = [
    { ...stage, entry: ids[0] } as Node,
    out,
    blankNode("task", { id: "x", name, stage: "out", order: 0 }),
    ...ids.map((id) => blankNode(kindOf(id), { id, name, stage: "s", order: 0 })),
  ];
  const edges = pairs
    .filter(([, to]) => to !== undefined && to !== "")
    .map(([from, to], index): Edge => edgeSchema.parse({ id: `e${index}`, from, to }));
  return processDefinitionSchema.parse({
    format: 2,
    key: "p",
    name,
    kind: "side",
    recordType: "quote",
    nodes,
    edges,
  });
};

const sketchOf = (items: readonly TreeItem[]): string =>
  items
    .map(({ step, ways, exits }) =>
      [
        step.id,
        ...exits.map(({ to }) => `!${to}`),
        ...(ways.length > 0
          ? [
              `(${ways.map(({ edge, leads, items: inner }) => (leads === "elsewhere" ? `!${edge.to}` : sketchOf(inner))).join("|")})`,
            ]
          : []),
      ].join(""),
    )
    .join(" ");
const treeOf = (definition: ProcessDefinition, id = "s") => {
  const stage = stagesOf(definition).find((each) => each.id === id);
  if (stage === undefined) throw new Error(`no stage ${id}`);
  return stageTree(definition, stage);
};
const sketch = (definition: ProcessDefinition, id = "s"): string => {
  const { rows, noTree } = treeOf(definition, id);
  return noTree
    ? `${noTree.why} ${noTree.step}`
    : rows.map(({ door, items }) => `${door}: ${sketchOf(items)}`).join("; ");
};

describe("a stage as a tree", () => {
  it.each([
    { name: "a row", wires: ["a>c", "c>d", "d>out"], is: "entry: a c d!out" },
    { name: "a branch with one way on is a row", wires: ["b>a", "a>c"], is: "entry: b a c" },
    { name: "a branch with one way away is a block, to which ways are added", wires: ["b>out"], is: "entry: b(!out)" },
    { name: "ways that meet", wires: ["b>a", "b>c", "a>j", "c>j", "j>d"], is: "entry: b(a|c) j d" },
    { name: "a way that goes straight to the meeting", wires: ["b>a", "b>j", "a>j"], is: "entry: b(a|) j" },
    { name: "a way that leaves the stage", wires: ["b>a", "b>out", "a>c"], is: "entry: b(a c|!out)" },
    { name: "ways that each end", wires: ["b>a", "b>c"], is: "entry: b(a|c)" },
    {
      name: "ways within a way that meet where the outer ones do",
      wires: ["b>b2", "b>c", "b2>a", "b2>d", "a>j", "d>j", "c>j"],
      is: "entry: b(b2(a|d)|c) j",
    },
    {
      name: "ways within a way that meet before the outer ones do",
      wires: ["b>b2", "b>c", "b2>a", "b2>d", "a>f", "d>f", "f>j", "c>j"],
      is: "entry: b(b2(a|d) f|c) j",
    },
    { name: "a wire back to what came before", wires: ["a>b", "b>c", "b>d", "c>a"], is: "entry: a b(c!a|d)" },
    { name: "a step on its own", wires: ["a>c", "d>"], is: "entry: a c; none: d" },
    { name: "a step that another stage leads to", wires: ["a>c", "x>d", "d>f"], is: "entry: a c; elsewhere: d f" },
    {
      name: "ways that cross are none",
      wires: ["b>a", "b>c", "a>d", "a>f", "c>d", "c>f"],
      is: "parts b",
    },
    {
      name: "a way that jumps into another one is none",
      wires: ["b>a", "b>c", "b>d", "a>f", "c>f", "f>g", "d>g", "a>d"],
      is: "parts b",
    },
    { name: "a meeting of two rows is none", wires: ["a>c", "c>d", "f>c"], is: "meets c" },
    { name: "a wire from elsewhere into the middle is none", wires: ["a>c", "c>d", "x>c"], is: "jumpsIn c" },
  ])("$name", ({ wires, is }) => {
    expect(sketch(drawn(...wires))).toBe(is);
  });

  it("shows the stages of a quote", () => {
    const quote = aQuoteProcess();
    const sketches = Object.fromEntries(stagesOf(quote).map(({ id }) => [id, sketch(quote, id)]));

    expect(sketches).toEqual({
      draft: "entry: write; elsewhere: costed!approval",
      approval: "entry: discount(manager!ready!draft|managerAndFinance!ready!draft|!ready)",
      ready: "entry: split(print|tell) both",
      sent: "entry: mail answer(call|remind!answer)",
      won: "entry: order toCash done",
      lost: "",
      void: "",
    });
  });

  it("has every step and every wire out of one exactly once, or says why not", () => {
    const letters = ["a", "b", "c", "d", "b2", "j"];
    const wire = fc
      .tuple(fc.constantFrom(...letters), fc.constantFrom(...letters, "out"))
      .map((pair) => pair.join(">"));
    const graph = fc.uniqueArray(wire, { minLength: 1, maxLength: 12 });
    let trees = 0;
    fc.assert(
      fc.property(graph, (wires) => {
        const definition = drawn(...wires);
        const { rows, noTree } = treeOf(definition);
        expect(noTree === null || findNode(definition, noTree.step) !== null).toBe(true);
        if (noTree !== null) return;
        trees += 1;
        const steps: string[] = [];
        const edges: string[] = [];
        const walk = (items: readonly TreeItem[]) => {
          for (const { step, exits, ways, next } of items) {
            steps.push(step.id);
            edges.push(...[...exits, ...(next ? [next] : []), ...ways.map(({ edge }) => edge)].map(({ id }) => id));
            for (const way of ways) walk(way.items);
          }
        };
        for (const { items } of rows) walk(items);
        const inside = definition.nodes.flatMap((node) => (node.kind !== "stage" && node.id !== "x" ? [node.id] : []));
        expect(steps.sort()).toEqual(inside.sort());
        expect(edges.sort()).toEqual(definition.edges.map(({ id }) => id).sort());
      }),
      { numRuns: 400 },
    );
    expect(trees).toBeGreaterThan(20);
  });
});

describe("editing a tree", () => {
  const branched = drawn("a>b", "b>c", "b>d", "c>j", "d>j", "j>f");
  const item = (definition: ProcessDefinition, id: string): TreeItem => {
    const find = (items: readonly TreeItem[]): TreeItem[] =>
      items.flatMap((each) => [each, ...each.ways.flatMap((way) => find(way.items))]);
    const found = treeOf(definition)
      .rows.flatMap(({ items }) => find(items))
      .find(({ step }) => step.id === id);
    if (found === undefined) throw new Error(`no ${id}`);
    return found;
  };

  it("puts a step between two", () => {
    const { edge } = item(branched, "b").ways[0] ?? { edge: null };
    const { definition } = insertOnEdge(edge?.id ?? "", { kind: "timer", name })(branched);

    expect(sketch(definition)).toBe("entry: a b(timer c|d) j f");
  });

  it("deletes one way with what stands in it", () => {
    const [way] = item(branched, "b").ways;

    expect(sketch(deleteWay(way ?? { edge: {} as Edge, leads: "inside", items: [] })(branched).definition)).toBe(
      "entry: a b d j f",
    );
  });

  it("deletes a step with its ways and goes on where they met", () => {
    const { definition } = deleteBlock(item(branched, "b"))(branched);

    expect(sketch(definition)).toBe("entry: a j f");
  });

  it("deletes the first step with its ways; the stage begins where they met", () => {
    const first = drawn("b>c", "b>d", "c>j", "d>j");
    const { definition } = deleteBlock(item(first, "b"))(first);

    expect(sketch(definition)).toBe("entry: j");
  });
});
