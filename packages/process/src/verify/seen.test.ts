import { describe, expect, it } from "vitest";
import { setting, taskOf, timerOf, type StepDraft } from "../simulate/aProcess.ts";
import { running } from "../simulate/running.ts";
import { seenIn } from "./seen.ts";

/** The steps that count as done once time has led past `b`. */
const passedBy = (b: StepDraft): readonly string[] => {
  const simulation = running({ a: timerOf(1), b, next: taskOf("ann"), mend: taskOf("bob") }, [
    ["a", "b"],
    ["b", "next"],
    ["b", "mend", "error"],
  ]);
  simulation.skipTo("2027-01-02T00:00:00.000Z");
  const last = simulation.steps.at(-1);
  if (!last) return [];
  const { at: _at, actor: _actor, ...happening } = last.event;
  return seenIn(simulation.plan, last.before, last.answer, { happening, vouched: {} }).flatMap((seen) =>
    "step" in seen && seen.step === "b" ? [seen.step] : [],
  );
};

describe("a step that the machine went past", () => {
  it.each([
    { name: "because it did it", step: setting("note", "'x'"), passed: ["b"] },
    {
      name: "without doing it",
      step: { ...setting("note", "record.title"), onError: { do: "goOn" } } as StepDraft,
      passed: [],
    },
    {
      name: "by its error wire",
      step: { ...setting("note", "record.title"), onError: { do: "follow" } } as StepDraft,
      passed: [],
    },
  ])("counts as done only where it was: $name", ({ step, passed }) => {
    expect(passedBy(step)).toEqual(passed);
  });
});
