import { describe, expect, it } from "vitest";
import { aQuoteProcess } from "../fixture/aQuoteProcess.ts";
import { addStep } from "../model/addStep.ts";
import { findNode, stepsOf } from "../model/elements.ts";
import { placeSteps } from "../model/placeSteps.ts";
import { setField } from "../model/setField.ts";
import { addKind } from "./addKind.ts";
import { createCanvasStore } from "./canvasStore.ts";

const name = { en: "New", zh: "新" };
const aStore = () => createCanvasStore(aQuoteProcess());

describe("the canvas store", () => {
  it("keeps every other step where it was drawn when a band changes", () => {
    const store = aStore();
    const before = store.getState().layout.boxes;
    store.getState().apply(addStep({ kind: "task", name, stage: "sent" }));
    const { layout, definition } = store.getState();
    for (const step of stepsOf(definition, "sent").filter((each) => each.id !== "task")) {
      expect(layout.boxes.get(step.id)).toEqual(before.get(step.id));
      expect(step.position).toBeDefined();
    }
    expect(stepsOf(definition, "approval").every((step) => step.position === undefined)).toBe(true);
  });
  it("takes one gesture back with one undo, positions it wrote down included", () => {
    const store = aStore();
    store.getState().apply(addStep({ kind: "task", name, stage: "sent" }));
    store.getState().undo();
    expect(store.getState().definition).toEqual(aQuoteProcess());
    store.getState().redo();
    expect(findNode(store.getState().definition, "task")).not.toBeNull();
  });
  it("changes nothing when it may only be read", () => {
    const store = createCanvasStore(aQuoteProcess(), { readOnly: true });
    store.getState().apply(placeSteps([{ id: "mail", stage: "draft", position: { x: 1, y: 1 } }]));
    expect(store.getState().definition).toEqual(aQuoteProcess());
    expect(store.getState().log.past).toEqual([]);
  });
  it("lets go of what an undo takes away", () => {
    const store = aStore();
    store.getState().apply(addStep({ kind: "task", name, stage: "sent" }));
    expect(store.getState().selection).toEqual(["task"]);
    store.getState().undo();
    expect(store.getState().selection).toEqual([]);
  });
  it("draws nothing anew for a name that is typed", () => {
    const store = aStore();
    const before = store.getState().layout.boxes.get("mail");
    store.getState().apply(setField("mail", ["name", "en"], "A much longer name than there was before"));
    expect(store.getState().layout.boxes.get("mail")).toEqual(before);
  });
});

describe("adding a kind", () => {
  it("inserts on a wire and makes room to the right", () => {
    const store = aStore();
    const before = store.getState().layout.boxes.get("done")?.x ?? 0;
    addKind(store, "timer", name, { edge: "e18" });
    const { definition, layout } = store.getState();
    expect(definition.edges.find((edge) => edge.id === "e18")?.to).toBe("timer");
    expect(layout.boxes.get("timer")?.x).toBeGreaterThan(layout.boxes.get("order")?.x ?? 0);
    expect(layout.boxes.get("done")?.x).toBeGreaterThan(before);
  });
  it("adds and connects as one undo when a wire was pulled into the open", () => {
    const store = aStore();
    addKind(store, "timer", name, { from: "call", stage: "sent", position: { x: 600, y: 60 } });
    expect(store.getState().definition.edges.some((edge) => edge.from === "call" && edge.to === "timer")).toBe(true);
    expect(store.getState().selection).toEqual(["timer"]);
    expect(store.getState().log.past).toHaveLength(1);
  });
  it.each([
    { name: "on a wire", target: { edge: "e18" } },
    { name: "where a wire was pulled to", target: { from: "call", stage: "sent", position: { x: 600, y: 60 } } },
    { name: "beside what is chosen", target: {} },
  ])("adds an action that does what was chosen, $name; no other kind takes it", ({ target }) => {
    const store = aStore();
    addKind(store, "action", name, { ...target, block: "mail" });
    addKind(store, "timer", name, { ...target, block: "mail" });
    expect(findNode(store.getState().definition, "action")).toMatchObject({ block: "mail" });
    expect(findNode(store.getState().definition, "timer")).not.toHaveProperty("block");
  });
  it("adds a stage below the chosen one", () => {
    const store = aStore();
    store.getState().select(["write"]);
    addKind(store, "stage", name);
    expect(findNode(store.getState().definition, "stage")).toMatchObject({ order: 1 });
  });
});
