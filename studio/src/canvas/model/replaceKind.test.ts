import { type NodeKind, nodeSchema, nodeSchemas, processDefinitionSchema, type Step } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import { findNode } from "./elements.ts";
import { replaceKind, settingsLost, type StepKind } from "./replaceKind.ts";

const kinds = (Object.keys(nodeSchemas) as NodeKind[]).filter(
  (kind): kind is StepKind => kind !== "stage" && kind !== "start",
);
const stepOf = (id: string): Step => findNode(aQuoteProcess(), id) as Step;

describe("another kind for a step", () => {
  it.each(kinds)("%s: it parses, keeps its place in the process, and leads on by wires of its own", (kind) => {
    for (const id of ["write", "manager", "discount", "answer", "print"]) {
      const before = aQuoteProcess();
      const { definition } = replaceKind(id, kind)(before);
      const after = findNode(definition, id);

      expect(after).toMatchObject({ id, kind, name: findNode(before, id)?.name });
      expect(nodeSchema.safeParse(after).success).toBe(true);
      expect(processDefinitionSchema.safeParse(definition).success).toBe(true);
      const out = (edges: typeof before.edges) => edges.filter(({ from }) => from === id).map(({ to }) => to);
      expect(out(definition.edges)).toEqual(kind === "end" ? [] : out(before.edges));
    }
  });

  it("keeps who, due time and what both have; says what it would lose", () => {
    const { definition } = replaceKind("manager", "task")(aQuoteProcess());

    expect(findNode(definition, "manager")).toMatchObject({
      who: [{ by: "role", role: "salesManager" }],
      sla: { due: { amount: 1, unit: "day" } },
      onEmpty: { do: "admin" },
    });
    expect(settingsLost(stepOf("manager"), "task")).toEqual(["sendBack"]);
    expect(settingsLost(stepOf("write"), "approval")).toEqual([]);
  });

  it("gives wires the conditions that the new kind has", () => {
    const { definition } = replaceKind("discount", "parallel")(aQuoteProcess());
    const back = replaceKind("manager", "branch")(aQuoteProcess()).definition;
    const conditions = (from: string, edges: typeof back.edges) =>
      edges.filter((edge) => edge.from === from).map(({ on }) => on.kind);

    expect(conditions("discount", definition.edges)).toEqual(["when", "when", "default"]);
    expect(conditions("manager", back.edges)).toEqual(["default", "when"]);
  });

  it("keeps a name that is longer than one may be, and throws nothing", () => {
    const name = { en: "x".repeat(401), zh: "" };
    const quote = aQuoteProcess();
    const long = { ...quote, nodes: quote.nodes.map((node) => (node.id === "manager" ? { ...node, name } : node)) };

    expect(settingsLost({ ...stepOf("manager"), name }, "task")).toEqual(["sendBack"]);
    expect(findNode(replaceKind("manager", "task")(long).definition, "manager")).toMatchObject({ kind: "task", name });
  });

  it("leaves stages and starts as they are", () => {
    const quote = aQuoteProcess();

    expect(replaceKind("draft", "task")(quote).definition).toBe(quote);
    expect(replaceKind("begin", "task")(quote).definition).toBe(quote);
  });
});
