import { recordSchemas } from "@sluice/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Control, Point } from "../definition/control.ts";
import type { ProcessDefinition } from "../definition/processDefinition.ts";
import {
  aProcess,
  approvalOf,
  taskOf,
  timerOf,
  type ProcessDraft,
  type StepDraft,
  type WireDraft,
} from "../simulate/aProcess.ts";
import { aRandomCase } from "../simulate/random/aRandomCase.ts";
import { abstractionOf } from "./abstraction.ts";
import { naiveProof } from "./aNaiveProof.ts";
import { Grounds } from "./grounds.ts";
import { prove } from "./prove.ts";

const { numRuns = 100, seed } = fc.readConfigureGlobal();
/** The runs are taken in turns, each from a seed of its own, so that none takes long. */
const TURNS = Array.from({ length: 6 }, (_, turn) => turn);
/** So many steps the naive proof tries: it needs them for small drawings only. */
const NAIVE = 500;
const LIMITS = { states: 200, ways: 400 };

const controlOf = ({ nodes }: ProcessDefinition, [must, one, other]: readonly [number, number, number]): Control => {
  const points = nodes.flatMap((node): readonly Point[] => {
    if (node.kind === "start") return [];
    if (node.kind === "stage") return [{ at: "stage", stage: node.id }];
    if (node.kind !== "approval") return [{ at: "step", step: node.id }];
    return [{ at: "step", step: node.id, outcome: "approved" }];
  });
  const point = points[one % points.length] as Point;
  const before = points[other % points.length] as Point;
  switch (must % 4) {
    case 0:
      return { id: "c", must: "neverBefore", point, before: [before] };
    case 1:
      return { id: "c", must: "atMostOnce", point };
    case 2:
      return { id: "c", must: "notSamePerson", point, other: before };
    default:
      return { id: "c", must: "notSamePerson", point: { at: "initiator" }, other: before };
  }
};

const bare = (definition: ProcessDefinition): ProcessDefinition => ({
  ...definition,
  nodes: definition.nodes.map((node) => (node.kind === "approval" ? { ...node, lockRecord: false } : node)),
});

/** Paths beside each other, and what may come before and after them. */
const sideBySide: fc.Arbitrary<ProcessDraft> = fc
  .array(
    fc.array(fc.constantFrom<StepDraft>(taskOf("ann"), taskOf("bob"), timerOf(1), approvalOf(["cat"])), {
      minLength: 1,
      maxLength: 2,
    }),
    { minLength: 2, maxLength: 3 },
  )
  .map((paths) => {
    const ids = paths.map((steps, path) => steps.map((_step, index) => `s${path}${index}`));
    const wires = ids.flatMap((path): readonly WireDraft[] => [
      ["p", path[0] as string],
      ...path.map((id, index): WireDraft => [id, path[index + 1] ?? "j"]),
    ]);
    const steps = Object.fromEntries(paths.flatMap((path, at) => path.map((step, index) => [ids[at]?.[index], step])));
    return {
      stages: {
        work: { entry: "p", steps: { p: { kind: "parallel" }, ...steps, j: { kind: "join" } } },
        end: { final: "done" },
      },
      wires: [["start", "work"], ...wires, ["j", "end"]],
    };
  });

/** Which drawings were met, so that neither kind can be missing. */
interface Met {
  broken: number;
  whole: number;
}

const provedAlike = (drafts: fc.Arbitrary<ProcessDraft>, met: Met) =>
  fc.property(drafts, fc.tuple(fc.nat(3), fc.nat(30), fc.nat(30)), (draft, which) => {
    const drawn = bare(aProcess(draft));
    const control = controlOf(drawn, which);
    const grounds = new Grounds({ ...drawn, controls: [control] }, { schemas: recordSchemas, limits: LIMITS });
    const [verdict] = prove(grounds);
    if (verdict === undefined || verdict.verdict === "notProved") return;
    const naive = naiveProof(abstractionOf(grounds.plan, recordSchemas), control, NAIVE);
    if (naive.found === "broken") {
      met.broken += 1;
      expect(verdict.verdict === "refuted" && verdict.path.length).toBe(naive.length);
    } else if (verdict.verdict === "refuted") expect(verdict.path.length).toBeGreaterThan(naive.lookedTo);
    else met.whole += 1;
  });

const inTurn = (runs: number, turn: number) => ({
  numRuns: Math.ceil(runs / TURNS.length),
  ...(seed === undefined ? {} : { seed: seed + turn }),
});

describe("what is proved of a random drawing is what looking at every order of everything comes to", () => {
  const ofAnyKind: Met = { broken: 0, whole: 0 };
  const besideEachOther: Met = { broken: 0, whole: 0 };

  it.each(TURNS)("of any kind: no less fails, and no way to it is shorter, turn %i", (turn) => {
    const drafts = aRandomCase.map(({ draft }) => draft);
    fc.assert(provedAlike(drafts, ofAnyKind), inTurn(Math.max(12, Math.ceil(numRuns / 40)), turn));
  });

  it.each(TURNS)("of paths beside each other: no less fails, and no way to it is shorter, turn %i", (turn) => {
    fc.assert(provedAlike(sideBySide, besideEachOther), inTurn(Math.max(60, Math.ceil(numRuns / 10)), turn));
  });

  it("has met what holds and what fails", () => {
    expect(ofAnyKind.broken + ofAnyKind.whole).toBeGreaterThan(0);
    expect(Math.min(besideEachOther.broken, besideEachOther.whole)).toBeGreaterThan(0);
  });
});
