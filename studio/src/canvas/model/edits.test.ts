import { processDefinitionSchema } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import { addMove } from "./addMove.ts";
import { addStage } from "./addStage.ts";
import { addStep } from "./addStep.ts";
import { copyElements } from "./clip.ts";
import { canConnect, connect } from "./connect.ts";
import { deleteElements } from "./deleteElements.ts";
import type { Edit } from "./edited.ts";
import { findEdge, findMove, findNode, isStep, stagesOf } from "./elements.ts";
import { insertOnEdge } from "./insertOnEdge.ts";
import { reorderStage } from "./orderStages.ts";
import { pasteClip } from "./pasteClip.ts";
import { placeSteps } from "./placeSteps.ts";
import { setField } from "./setField.ts";

const name = { en: "New", zh: "新" };
const quote = aQuoteProcess();

describe("every edit", () => {
  it.each<{ name: string; edit: Edit }>([
    { name: "add a step of a band", edit: addStep({ kind: "approval", name, stage: "sent" }) },
    { name: "add a second start", edit: addStep({ kind: "start", name }) },
    { name: "add a stage", edit: addStage({ name }) },
    { name: "add a move", edit: addMove({ stage: "ready" }) },
    { name: "connect two steps", edit: connect("write", "costed") },
    { name: "connect a step to a stage", edit: connect("call", "won") },
    { name: "insert on a wire", edit: insertOnEdge("e12", { kind: "timer", name }) },
    { name: "insert an end on a wire", edit: insertOnEdge("e12", { kind: "end", name }) },
    { name: "delete a stage", edit: deleteElements(["approval"]) },
    { name: "delete steps, wires and moves at once", edit: deleteElements(["answer", "e1", "submit"]) },
    { name: "paste a stage", edit: pasteClip(copyElements(quote, ["sent"])) },
    {
      name: "move a step to another band",
      edit: placeSteps([{ id: "write", stage: "sent", position: { x: 46.4, y: 40 } }]),
    },
    { name: "reorder", edit: reorderStage("sent", -2) },
    { name: "name the process", edit: setField("", ["name", "en"], "Offer") },
  ])("leaves a definition that parses, and the one before as it was: $name", ({ edit }) => {
    const frozen = JSON.stringify(quote);
    const { definition } = edit(quote);
    expect(processDefinitionSchema.safeParse(definition).error?.issues ?? []).toEqual([]);
    expect(definition).not.toEqual(quote);
    expect(JSON.stringify(quote)).toBe(frozen);
  });
});

describe("adding", () => {
  it("gives ids that nothing else has", () => {
    const once = addStep({ kind: "task", name, stage: "draft" })(quote);
    const twice = addStep({ kind: "task", name, stage: "draft" })(once.definition);
    expect([once.select, twice.select]).toEqual([["task"], ["task2"]]);
  });
  it("puts a new stage before the final ones, or below the one named", () => {
    const before = addStage({ name })(quote).definition;
    const below = addStage({ name, after: "draft" })(quote).definition;
    expect(
      stagesOf(before)
        .map((stage) => stage.id)
        .indexOf("stage"),
    ).toBe(4);
    expect(
      stagesOf(below)
        .map((stage) => stage.id)
        .indexOf("stage"),
    ).toBe(1);
  });
});

describe("connecting", () => {
  it("leads another outcome to the same place, and each only once", () => {
    const bare = { ...quote, edges: quote.edges.filter(({ from }) => from !== "manager") };
    const [once, twice, thrice] = [1, 2, 3].map((times) =>
      Array.from({ length: times }).reduce<typeof quote>((drawn) => connect("manager", "won")(drawn).definition, bare),
    );
    expect(thrice?.edges.filter(({ from }) => from === "manager").map(({ on }) => on)).toEqual([
      { kind: "outcome", outcome: "approved" },
      { kind: "outcome", outcome: "rejected" },
      { kind: "outcome", outcome: "withdrawn" },
    ]);
    expect(canConnect(once ?? quote, "manager", "won")).toBe(true);
    expect(canConnect(twice ?? quote, "manager", "won")).toBe(true);
    expect(canConnect(thrice ?? quote, "manager", "won")).toBe(false);
  });
  it.each([
    { name: "onto itself", from: "write", to: "write", may: false },
    { name: "into a start", from: "write", to: "begin", may: false },
    { name: "out of an end", from: "done", to: "write", may: false },
    { name: "a second time", from: "split", to: "print", may: false },
    { name: "to a stage", from: "call", to: "won", may: true },
    { name: "out of a stage, as a move", from: "won", to: "draft", may: true },
  ])("$name: $may", ({ from, to, may }) => {
    expect(canConnect(quote, from, to)).toBe(may);
    expect(connect(from, to)(quote).definition === quote).toBe(!may);
  });
  it.each([
    {
      name: "a branch with a default gets a condition after the others",
      from: "discount",
      to: "costed",
      on: { kind: "when", when: "true", order: 2 },
    },
    {
      name: "an approval leaves on the verdict that has no wire",
      from: "manager",
      to: "void",
      on: { kind: "outcome", outcome: "withdrawn" },
    },
    { name: "a plain step goes on", from: "print", to: "mail", on: { kind: "next" } },
  ])("$name", ({ from, to, on }) => {
    const { definition, select } = connect(from, to)(quote);
    expect(findEdge(definition, select?.[0] ?? "")?.on).toEqual(on);
  });
  it("bounds a wire that goes back", () => {
    const { definition, select } = connect("toCash", "order")(quote);
    expect(findEdge(definition, select?.[0] ?? "")?.maxVisits).toBe(10);
  });
});

describe("deleting", () => {
  it("closes the chain over a step that had one way in and one way out", () => {
    expect(deleteElements(["toCash"])(quote).definition.edges.find((edge) => edge.from === "order")?.to).toBe("done");
  });
  it("takes a stage's steps, the wires and moves to it, and numbers the bands anew", () => {
    const { definition } = deleteElements(["draft"])(quote);
    expect(findNode(definition, "write")).toBeNull();
    expect(findMove(definition, "withdraw")).toBeNull();
    expect(definition.edges.some((edge) => edge.to === "draft" || edge.from === "costed")).toBe(false);
    expect(stagesOf(definition).map((stage) => stage.order)).toEqual([0, 1, 2, 3, 4, 5]);
  });
  it("clears the entry that pointed at the step", () => {
    expect(findNode(deleteElements(["write"])(quote).definition, "draft")).not.toHaveProperty("entry");
  });
});

describe("pasting", () => {
  it("renames everything once and keeps wires, entry and moves inside the copy", () => {
    const { definition, select } = pasteClip(copyElements(quote, ["sent"]))(quote);
    const stage = stagesOf(definition).at(-1);
    expect(stage?.entry).toBe("mail2");
    expect(stage?.key).toBe("sent2");
    expect(stage?.moves.map((move) => move.to)).toEqual(["won", "lost", "lost"]);
    expect(select).toHaveLength(5);
    expect(definition.edges.filter((edge) => edge.from === "answer2").map((edge) => edge.to)).toEqual([
      "call2",
      "remind2",
    ]);
  });
  it.each([
    { name: "each where it came from, when nothing is said", target: {}, stages: ["draft", "approval"] },
    { name: "all where they are wanted", target: { stage: "sent" }, stages: ["sent", "sent"] },
  ])("puts copied steps into a stage: $name", ({ target, stages }) => {
    const { definition, select = [] } = pasteClip(copyElements(quote, ["write", "discount"]), target)(quote);
    const steps = definition.nodes.filter(isStep);
    expect(select.map((id) => steps.find((step) => step.id === id)?.stage)).toEqual(stages);
  });
  it("puts a step whose stage is not here into the last one", () => {
    const other = { ...quote, nodes: quote.nodes.filter(({ id }) => id === "sent" || id === "won"), edges: [] };
    const { definition, select = [] } = pasteClip(copyElements(quote, ["write"]))(other);
    expect(findNode(definition, select[0] ?? "")).toMatchObject({ stage: stagesOf(other).at(-1)?.id });
  });
  it("leaves out moves to what is not in the other process", () => {
    const empty = processDefinitionSchema.parse({ ...quote, nodes: [quote.nodes[0]], edges: [] });
    const { definition } = pasteClip(copyElements(quote, ["sent"]))(empty);
    expect(stagesOf(definition)[0]?.moves).toEqual([]);
  });
});

describe("moving", () => {
  it("changes the stage and clears the entry left behind", () => {
    const { definition } = placeSteps([{ id: "write", stage: "sent", position: { x: 1.6, y: 2.4 } }])(quote);
    expect(findNode(definition, "write")).toMatchObject({ stage: "sent", position: { x: 2, y: 2 } });
    expect(findNode(definition, "draft")).not.toHaveProperty("entry");
  });
  it("stays at the edge", () => {
    expect(reorderStage("draft", -1)(quote).definition).toBe(quote);
  });
});

describe("inserting on a wire", () => {
  it("keeps the condition before the new step and the bound of the way back after it", () => {
    const { definition, select } = insertOnEdge("e17", { kind: "timer", name })(quote);
    expect(findEdge(definition, "e17")).not.toHaveProperty("maxVisits");
    expect(definition.edges.find((edge) => edge.from === select?.[0])).toMatchObject({ to: "answer", maxVisits: 3 });
  });
});

describe("adding the first step of a band", () => {
  const resting = addStage({ name: { en: "Rest", zh: "停留" } })(quote).definition;
  const task = { kind: "task", name: { en: "Look", zh: "查看" }, stage: "stage" } as const;

  it("makes it the step that records go to on entering", () => {
    expect(findNode(addStep(task)(resting).definition, "stage")).toMatchObject({ entry: "task" });
  });
  it("leaves the entry alone once another step stands there", () => {
    const { definition } = addStep({ ...task, kind: "cc" })(addStep(task)(resting).definition);
    expect(findNode(definition, "stage")).toMatchObject({ entry: "task" });
  });
});
