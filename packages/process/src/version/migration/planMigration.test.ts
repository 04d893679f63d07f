import { recordSchemas } from "@sluice/domain";
import { describe, expect, it } from "vitest";
import { compile } from "../../kernel/compile.ts";
import { ann, work } from "../../simulate/aPattern.ts";
import { approvalOf, taskOf } from "../../simulate/aProcess.ts";
import { aProcess } from "../../simulate/aProcess.ts";
import { planFor } from "../../simulate/takenOver.ts";
import { planMigration } from "./planMigration.ts";

const one = work({ a: ann }, []);

/** The version in which the step `a` is called `id`, under its old name. */
const renamedTo = (id: string, more: Parameters<typeof work>[0] = {}) => {
  const drawn = aProcess(
    work({ [id]: ann, ...more }, [], { stages: { work: { entry: id, steps: { [id]: ann, ...more } } } }),
  );
  const nodes = drawn.nodes.map((node) => (node.kind === "task" ? { ...node, name: { en: "a", zh: "a" } } : node));
  return compile({ ...drawn, nodes }, recordSchemas);
};

/** The same version with every step drawn elsewhere, and stages that are counted from another number. */
const drawnElsewhere = () => {
  const drawn = aProcess(one);
  const nodes = drawn.nodes.map((node) =>
    node.kind === "stage" ? { ...node, order: node.order + 1 } : { ...node, position: { x: 10, y: 20 } },
  ) as typeof drawn.nodes;
  return compile({ ...drawn, nodes }, recordSchemas);
};

describe("what is proposed for a migration", () => {
  it.each([
    { name: "nothing where ids and kinds are the same", to: planFor(one), nodes: {}, unmapped: [], changed: [] },
    {
      name: "nothing where steps and stages are drawn elsewhere",
      to: drawnElsewhere(),
      nodes: {},
      unmapped: [],
      changed: [],
    },
    {
      name: "what stays and is set otherwise is told",
      to: planFor(work({ a: taskOf("bob") }, [])),
      nodes: {},
      unmapped: [],
      changed: ["a"],
    },
    {
      name: "the only one of the same kind, name and stage",
      to: renamedTo("b"),
      nodes: { a: "b" },
      unmapped: [],
      changed: ["work"],
    },
    {
      name: "nothing where two of them look alike",
      to: renamedTo("b", { c: ann }),
      nodes: {},
      unmapped: ["a"],
      changed: ["work"],
    },
    {
      name: "nothing for another kind of the same id",
      to: planFor(work({ a: approvalOf(["ann"]) }, [])),
      nodes: {},
      unmapped: ["a"],
      changed: [],
    },
  ])("$name", ({ to, nodes, unmapped, changed }) => {
    const proposed = planMigration(planFor(one), to);
    expect([proposed.mapping.nodes, proposed.unmapped, proposed.changed]).toEqual([nodes, unmapped, changed]);
  });
});
