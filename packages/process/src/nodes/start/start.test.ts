import { describe, expect, it } from "vitest";
import { newborn } from "../../kernel/newborn.ts";
import { aCase, aFirm, openAt } from "../../simulate/aCase.ts";
import { aProcess, taskOf } from "../../simulate/aProcess.ts";
import { startSchema } from "./schema.ts";

const oneTask = aProcess({ stages: { work: { entry: "a", steps: { a: taskOf("ann") } } }, wires: [["start", "work"]] });

describe("a start", () => {
  it("brings the case to the stage that its wire leads to", () => {
    const simulation = aCase(oneTask);

    expect([simulation.state.stage, openAt(simulation)]).toEqual(["work", ["a: ann"]]);
    expect(newborn("2027-01-01T00:00:00.000Z", aFirm[0]?.id ?? null).stage).toBe(null);
  });

  it.each([
    { name: "a second start by leaving it out, unless told otherwise", concurrency: undefined, read: "skip" },
    { name: "as it is told", concurrency: "queue", read: "queue" },
  ])("answers $name", ({ concurrency, read }) => {
    const start = { id: "s", kind: "start", name: { en: "s", zh: "s" }, trigger: { on: "manual" }, concurrency };

    expect(startSchema.parse(start).concurrency).toBe(read);
  });
});
