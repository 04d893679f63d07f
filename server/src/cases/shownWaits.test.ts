import { newborn, type ProcessDefinition, type Wait } from "@sluice/process";
import { describe, expect, it } from "vitest";
import { shownWaits } from "./shownWaits.ts";

const call: Wait = { id: "4.1", token: "t1", node: "call", slot: "", kind: "effect" };
const timer = (given: Partial<Wait> = {}): Wait =>
  ({
    id: "5.1",
    token: "t1",
    node: "call",
    slot: "",
    kind: "timer",
    dueAt: "2026-11-02T14:05:00.000Z",
    ...given,
  }) as Wait;
const gate = (node: string): Wait =>
  ({ id: "6.1", token: "t2", node, slot: "", kind: "condition", held: false }) as Wait;
const guarded = (id: string, en: string) => ({
  id,
  kind: "guard",
  name: { en: "Gate", zh: "关卡" },
  guard: { sentence: { en, zh: "" } },
});
const definition = {
  nodes: [
    { id: "call", kind: "action", name: { en: "Call", zh: "呼叫" } },
    guarded("gate", "Nothing leaves unsigned."),
    guarded("mute", ""),
  ],
} as unknown as ProcessDefinition;

describe("shownWaits", () => {
  it.each<{ name: string; waits: readonly Wait[]; says: readonly string[] }>([
    { name: "an effect under way", waits: [call], says: ["Waits for “Call” to be done"] },
    {
      name: "an effect that failed by its next try alone",
      waits: [call, timer({ slot: "4.1" })],
      says: ["“Call” did not succeed and is tried again"],
    },
    { name: "a gate by its sentence", waits: [gate("gate")], says: ["Waits: Nothing leaves unsigned."] },
    { name: "a gate without a sentence", waits: [gate("mute")], says: ["Waits for a condition"] },
    { name: "a timer", waits: [timer()], says: ["Waits for its time to come"] },
    { name: "no rung of a ladder", waits: [timer({ slot: "rung:0" })], says: [] },
    { name: "no trigger of a move", waits: [timer({ token: null, slot: "expire" })], says: [] },
  ])("shows $name", ({ waits, says }) => {
    const state = { ...newborn("2026-11-02T12:00:00.000Z", null), waits };

    const shown = shownWaits(state, { definition, language: "en", nameOf: () => null, dueOf: () => null });

    expect(shown.map(({ text }) => text)).toEqual(says);
  });

  it("says that what an incident holds stands still", () => {
    const state = {
      ...newborn("2026-11-02T12:00:00.000Z", null),
      waits: [call],
      incidents: [{ id: "i1", wait: "4.1" }],
    };

    const shown = shownWaits(state as unknown as Parameters<typeof shownWaits>[0], {
      definition,
      language: "en",
      nameOf: () => null,
      dueOf: () => null,
    });

    expect(shown.map(({ text }) => text)).toEqual(["Stands still at “Call” until its incident is cleared"]);
  });
});
