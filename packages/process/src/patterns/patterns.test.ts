import { describe, expect, it } from "vitest";
import { checkDefinition } from "../check/checkDefinition.ts";
import { aCase } from "../simulate/aCase.ts";
import { openAfter } from "../simulate/aPattern.ts";
import { aProcess, type ProcessDraft } from "../simulate/aProcess.ts";
import { tell } from "../simulate/running.ts";
import { branching, branchingRefused } from "./branching.ts";
import { cyclesAndEnds, cyclesAndEndsRefused } from "./cyclesAndEnds.ts";
import { interleaving } from "./interleaving.ts";
import { growing, severalInstances } from "./severalInstances.ts";
import { states } from "./states.ts";

const running = [...branching, ...cyclesAndEnds, ...severalInstances, ...states, ...interleaving];
const refused = [...branchingRefused, ...cyclesAndEndsRefused];

const errorsOf = (draft: ProcessDraft): readonly string[] =>
  checkDefinition(aProcess(draft))
    .filter((finding) => finding.severity === "error")
    .map((finding) => finding.code);

const numberIn = (name: string): number => Number(/^WCP-(\d+)/.exec(name)?.[1] ?? 0);

/** Source: Workflow Patterns, control-flow patterns 1 to 20, as revised in 2006. */
describe("the basic control-flow patterns", () => {
  it("stand here, all twenty", () => {
    const numbers = new Set([...running, ...refused].map(({ name }) => numberIn(name)));

    expect([...numbers].filter((number) => number > 0).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });

  it.each(running)("$name", (pattern) => {
    expect(openAfter(pattern)).toEqual(pattern.open);
  });

  it.each(running)("can be published: $name", ({ draft }) => {
    expect(errorsOf(draft)).toEqual([]);
  });

  it.each(refused)("$name", ({ draft, code }) => {
    expect(errorsOf(draft)).toEqual(code === null ? [] : [code]);
  });

  it("an added instance is opened with what the message carried, after those before it", () => {
    const simulation = aCase(aProcess(growing), { processes: { other: 1 } });

    tell(simulation, "more", "m1");

    expect(simulation.writes.flatMap((it) => (it.write === "openChild" ? [[it.index, it.item]] : []))).toEqual([
      [0, "x"],
      [1, "y"],
      [2, { id: "m1" }],
    ]);
  });
});
