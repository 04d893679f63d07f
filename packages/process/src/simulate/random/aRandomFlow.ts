import fc from "fast-check";
import { setting, taskOf, timerOf, type StepDraft, type WireDraft } from "../aProcess.ts";
import { aFailingStep } from "./aFailingStep.ts";
import { aRandomStep } from "./aRandomStep.ts";

/**
 * A piece of a drawing that is left where it ends: a step, pieces in a row, paths side by side, one way of two, a way back; or one
 * that goes in a circle without rest.
 */
type Flow =
  | { readonly is: "step"; readonly step: StepDraft }
  | { readonly is: "row"; readonly parts: readonly Flow[] }
  | { readonly is: "split"; readonly split: StepDraft; readonly join: StepDraft; readonly paths: readonly Flow[] }
  | { readonly is: "choice"; readonly ways: readonly Flow[] }
  | { readonly is: "loop"; readonly body: Flow; readonly again: StepDraft }
  | { readonly is: "circle" };

/** Steps and wires of one stage, entered at `entry`, left by `exits`. */
export interface Drawn {
  readonly steps: Readonly<Record<string, StepDraft>>;
  readonly wires: readonly WireDraft[];
  readonly entry: string;
  readonly exits: readonly (readonly [from: string, on: string])[];
}

const ends = (step: StepDraft): boolean =>
  ["end", "parallel", "join"].includes(step.kind) || (step.kind === "branch" && step.table === undefined);
const plainStep = aRandomStep.filter((step) => !ends(step));
const splits = fc.constantFrom<StepDraft>(
  { kind: "parallel" },
  { kind: "parallel" },
  { kind: "parallel", run: "oneAtATime" },
);
const joins = fc.constantFrom<StepDraft>(
  { kind: "join" },
  { kind: "join" },
  { kind: "join", wait: { for: "first" } },
  { kind: "join", wait: { for: "first" } },
  { kind: "join", wait: { for: "count", count: 1 } },
  { kind: "join", wait: { for: "count", count: 1 } },
  { kind: "join", wait: { for: "count", count: 2 } },
  { kind: "join", wait: { for: "count", count: 2, rest: "cancel" } },
);

const { flow } = fc.letrec<{ flow: Flow; row: Flow }>((tie) => {
  const step = plainStep.map((it): Flow => ({ is: "step", step: it }));
  const byItself = aFailingStep.map((failing): Flow => ({
    is: "row",
    parts: [timerOf(1), failing].map((it): Flow => ({ is: "step", step: it })),
  }));
  const row = fc.array(tie("flow"), { minLength: 1, maxLength: 3 }).map((parts): Flow => ({ is: "row", parts }));
  const split = fc
    .tuple(splits, joins, fc.array(tie("row"), { minLength: 2, maxLength: 3 }))
    .map(([fork, join, paths]): Flow => ({ is: "split", split: fork, join, paths }));
  const choice = fc.array(tie("row"), { minLength: 2, maxLength: 2 }).map((ways): Flow => ({ is: "choice", ways }));
  const loop = fc
    .tuple(
      tie("row"),
      plainStep.filter(({ kind }) => kind === "task"),
    )
    .map(([body, again]): Flow => ({ is: "loop", body, again }));
  return {
    row,
    flow: fc.oneof(
      { depthSize: "small", withCrossShrink: true, maxDepth: 3 },
      { weight: 20, arbitrary: step },
      { weight: 10, arbitrary: byItself },
      { weight: 24, arbitrary: split },
      { weight: 5, arbitrary: choice },
      { weight: 5, arbitrary: loop },
      { weight: 1, arbitrary: fc.constant<Flow>({ is: "circle" }) },
    ),
  };
});

const exitOf = (step: StepDraft): string => (step.kind === "approval" ? "outcome approved" : "");

const connected = (from: Drawn, to: Drawn): Drawn => ({
  steps: { ...from.steps, ...to.steps },
  wires: [...from.wires, ...to.wires, ...from.exits.map(([id, on]): WireDraft => [id, to.entry, on])],
  entry: from.entry,
  exits: to.exits,
});

/** Draws a flow as the steps and wires of one stage; ids begin with `name`. */
const drawnAs = (it: Flow, name: string): Drawn => {
  switch (it.is) {
    case "step": {
      const locks = it.step.kind === "approval" && it.step.lockRecord === true;
      const id = `${locks ? "locking" : it.step.kind}${name}`;
      const follows = "onError" in it.step && it.step.onError?.do === "follow";
      const mend = `task${name}mend`;
      return {
        steps: { [id]: it.step, ...(follows ? { [mend]: taskOf("ann") } : {}) },
        wires: follows ? [[id, mend, "error"]] : [],
        entry: id,
        exits: [[id, exitOf(it.step)], ...(follows ? [[mend, ""] as const] : [])],
      };
    }
    case "row":
      return it.parts.map((part, index) => drawnAs(part, `${name}${index}`)).reduce(connected);
    case "split": {
      const [fork, join] = [`parallel${name}`, `join${name}`];
      const paths = it.paths.map((path, index) => drawnAs(path, `${name}p${index}`));
      return {
        steps: Object.assign({ [fork]: it.split, [join]: it.join }, ...paths.map(({ steps }) => steps)),
        wires: paths.flatMap((path) => [
          ...path.wires,
          [fork, path.entry] as const,
          ...path.exits.map(([id, on]): WireDraft => [id, join, on]),
        ]),
        entry: fork,
        exits: [[join, ""]],
      };
    }
    case "choice": {
      const fork = `branch${name}`;
      const ways = it.ways.map((way, index) => drawnAs(way, `${name}w${index}`));
      return {
        steps: Object.assign({ [fork]: { kind: "branch" } }, ...ways.map(({ steps }) => steps)),
        wires: ways.flatMap((way, index): readonly WireDraft[] => [
          ...way.wires,
          [fork, way.entry, index === 0 ? "when record.?total.orValue(decimal('0')) > 100" : "default"],
        ]),
        entry: fork,
        exits: ways.flatMap(({ exits }) => exits),
      };
    }
    case "circle": {
      const [first, second] = [`action${name}`, `action${name}again`];
      const steps = { [first]: setting("note", "'Round'"), [second]: setting("note", "'And round'") };
      return {
        steps,
        wires: [
          [first, second],
          [second, first],
        ],
        entry: first,
        exits: [],
      };
    }
    case "loop": {
      const body = drawnAs(it.body, `${name}b`);
      const again = `task${name}`;
      const back: WireDraft = [again, body.entry, "outcome yes*2"];
      const whole = connected(body, {
        steps: { [again]: it.again },
        wires: [back],
        entry: again,
        exits: [[again, ""]],
      });
      return whole;
    }
  }
};

/** The steps of a stage as people draw them: splits that close, ways back with a bound. */
export const aRandomFlow = (name: string): fc.Arbitrary<Drawn> =>
  fc.array(flow, { minLength: 1, maxLength: 2 }).map((parts) => drawnAs({ is: "row", parts }, name));
