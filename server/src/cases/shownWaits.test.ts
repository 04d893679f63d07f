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
const definition = { nodes: [{ id: "call", name: { en: "Call", zh: "呼叫" } }] } as unknown as ProcessDefinition;

describe("shownWaits", () => {
  it.each<{ name: string; waits: readonly Wait[]; says: readonly string[] }>([
    { name: "an effect under way", waits: [call], says: ["Waits for “Call” to be done"] },
    {
      name: "an effect that failed by its next try alone",
      waits: [call, timer({ slot: "4.1" })],
      says: ["“Call” did not succeed; next try 2026-11-02T14:05:00.000Z"],
    },
    { name: "a timer", waits: [timer()], says: ["Waits until 2026-11-02T14:05:00.000Z"] },
    { name: "no rung of a ladder", waits: [timer({ slot: "rung:0" })], says: [] },
    { name: "no trigger of a move", waits: [timer({ token: null, slot: "expire" })], says: [] },
  ])("shows $name", ({ waits, says }) => {
    const state = { ...newborn("2026-11-02T12:00:00.000Z", null), waits };

    const shown = shownWaits(state, { definition, language: "en", nameOf: () => null, dueOf: () => null });

    expect(shown.map(({ text }) => text)).toEqual(says);
  });
});
