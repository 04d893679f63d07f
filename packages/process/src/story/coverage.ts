import type { ProcessDefinition } from "../definition/processDefinition.ts";
import type { Simulation } from "../simulate/simulation.ts";

/** What one played case came past. */
export interface Sighted {
  /** Steps and stages entered. */
  readonly nodes: ReadonlySet<string>;
  /** Wires and moves taken. */
  readonly ways: ReadonlySet<string>;
  /** Conditions that held, and that did not, by the id of their step, move or wire. */
  readonly held: ReadonlySet<string>;
  readonly failed: ReadonlySet<string>;
}

/** How much of a kind there is in a process, how much of it was met, and what was not. */
export interface Covered {
  readonly all: number;
  readonly met: number;
  readonly missing: readonly string[];
}

/** What stories come past of a process: its steps and stages, its wires and moves, and each condition both true and false. */
export interface StoryCoverage {
  readonly nodes: Covered;
  readonly ways: Covered;
  readonly guards: Covered;
}

/** What a played case came past so far. */
export const sightedIn = ({ writes, sightings, steps, plan }: Simulation): Sighted => ({
  nodes: new Set([
    ...(steps.length > 0 ? [plan.start.id] : []),
    ...writes.flatMap((write) =>
      write.write === "openStay" ? [write.node] : write.write === "enterStage" ? [write.stage] : [],
    ),
  ]),
  ways: new Set(sightings.taken),
  held: new Set(sightings.asked.flatMap(({ id, holds }) => (holds ? [id] : []))),
  failed: new Set(sightings.asked.flatMap(({ id, holds }) => (holds ? [] : [id]))),
});

const covered = (all: readonly string[], isMet: (id: string) => boolean): Covered => {
  const missing = all.filter((id) => !isMet(id));
  return { all: all.length, met: all.length - missing.length, missing };
};

const movesOf = ({ nodes }: ProcessDefinition) => nodes.flatMap((node) => (node.kind === "stage" ? node.moves : []));

/** Everything whose condition can be seen to hold and not to hold: guards, moves that have one, and wires with a condition. */
const guardsOf = (definition: ProcessDefinition): readonly string[] => [
  ...definition.nodes.flatMap(({ id, kind }) => (kind === "guard" ? [id] : [])),
  ...movesOf(definition).flatMap(({ id, guard }) => (guard ? [id] : [])),
  ...definition.edges.flatMap(({ id, on }) => (on.kind === "when" ? [id] : [])),
];

/** How much of a process these played cases came past, together. A condition counts once it was seen both true and false. */
export const coverageOf = (definition: ProcessDefinition, played: readonly Sighted[]): StoryCoverage => {
  const isIn = (of: (sighted: Sighted) => ReadonlySet<string>) => (id: string) => played.some((it) => of(it).has(id));
  const [held, failed] = [isIn(({ held: it }) => it), isIn(({ failed: it }) => it)];
  return {
    nodes: covered(
      definition.nodes.map(({ id }) => id),
      isIn(({ nodes }) => nodes),
    ),
    ways: covered(
      [...definition.edges.map(({ id }) => id), ...movesOf(definition).map(({ id }) => id)],
      isIn(({ ways }) => ways),
    ),
    guards: covered(guardsOf(definition), (id) => held(id) && failed(id)),
  };
};
