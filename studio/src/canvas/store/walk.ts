import type { PathStep } from "@sluice/process";

/** The way on which a control point fails, while it is watched on the canvas. */
export interface Walk {
  readonly control: string;
  readonly steps: readonly PathStep[];
  /** The step that is looked at. */
  readonly at: number;
  /** What was chosen before, and is again when it is closed. */
  readonly chosen: readonly string[];
}

/** Where a case has been and where it stands. */
export interface Trail {
  readonly visited: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
  /** The step or stage at which something happens, in a way that is played. */
  readonly happening?: string | null;
  /** Moves by id and wires by `legOf`, in a way that is played; left out where only the steps are known. */
  readonly taken?: ReadonlySet<string>;
}

interface Watched {
  readonly walk: Walk | null;
  readonly trail: Trail | null;
}

/** What a wire from one step to another is called in `trail.taken`. */
export const legOf = (from: string, to: string): string => `${from} ${to}`;

/** Where the case stands after a step: at its steps, or in the stage that it rests in. */
export const standsAfter = ({ standsAt, stage }: PathStep): readonly string[] =>
  standsAt.length > 0 ? standsAt : stage === null ? [] : [stage];

/** The wires that a step is known to have taken: its move, or those from where it happened to where the case stands then. */
const takenBy = (step: PathStep): readonly string[] =>
  step.happening.type === "move" ? [step.happening.move] : standsAfter(step).map((to) => legOf(step.at, to));

/** A walk at one of its steps as the canvas shows it: where it has been, what happens, and where the case stands then. */
export const walkAt = (walk: Walk, at: number): Watched => {
  const steps = walk.steps.slice(0, at + 1);
  const step = walk.steps[at];
  return {
    walk: { ...walk, at },
    trail: {
      visited: new Set(steps.flatMap((each) => [each.at, ...standsAfter(each)])),
      open: new Set(step === undefined ? [] : standsAfter(step)),
      happening: step?.at ?? null,
      taken: new Set(steps.flatMap(takenBy)),
    },
  };
};

/** A canvas on which nothing is watched. */
export const noWalk: Watched = { walk: null, trail: null };
