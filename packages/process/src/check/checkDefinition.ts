import { blocks } from "../blocks/index.ts";
import type { ProcessDefinition } from "../definition/processDefinition.ts";
import type { Check } from "./check.ts";
import type { CheckWorld } from "./checkWorld.ts";
import { blockInputs } from "./data/blockInputs.ts";
import { callers } from "./data/callers.ts";
import { constants } from "./data/constants.ts";
import { expressions } from "./data/expressions.ts";
import { handOvers } from "./data/handOvers.ts";
import { hitPolicies } from "./data/hitPolicies.ts";
import { unknownFields, unknownNames } from "./data/names.ts";
import { ownChanges } from "./data/ownChanges.ts";
import { tables, thresholds } from "./data/tables.ts";
import { texts } from "./data/texts.ts";
import { watchedSets } from "./data/watchedSets.ts";
import type { Finding } from "./finding.ts";
import { graphOf } from "./graph.ts";
import { approvedByTime } from "./people/approvedByTime.ts";
import { everybodyExcluded } from "./people/exclusion.ts";
import { ageLimits, dueAfterItsStage } from "./people/lateness.ts";
import { ladders, modes, nobodyFound, withoutTimeLimit } from "./people/people.ts";
import { readers } from "./people/readers.ts";
import { controlPoints } from "./structure/controls.ts";
import { errorWires } from "./structure/errorWires.ts";
import { lifeCycles } from "./structure/lifeCycles.ts";
import { loopsWithoutWait, unboundedWaysBack } from "./structure/loops.ts";
import { sendBacks } from "./structure/sendBacks.ts";
import { splits, splitsAcrossStages } from "./structure/splits.ts";
import { startTriggers } from "./structure/startTriggers.ts";
import { stories } from "./structure/stories.ts";
import { turns } from "./structure/turns.ts";
import { endsInOpenStages, movesOfFinalStages, noWayOut, unreachable } from "./structure/ways.ts";
import { problemsOfWholeness } from "./structure/wholeness.ts";
import { implicitSplits, impossibleWires, missingDefaults, outcomes, timeouts } from "./structure/wires.ts";

const checks: readonly Check[] = [
  startTriggers,
  unreachable,
  noWayOut,
  endsInOpenStages,
  movesOfFinalStages,
  impossibleWires,
  errorWires,
  implicitSplits,
  missingDefaults,
  outcomes,
  timeouts,
  loopsWithoutWait,
  unboundedWaysBack,
  splits,
  splitsAcrossStages,
  sendBacks,
  turns,
  expressions,
  handOvers,
  callers,
  unknownNames,
  unknownFields,
  blockInputs,
  tables,
  thresholds,
  nobodyFound,
  ladders,
  approvedByTime,
  withoutTimeLimit,
  modes,
  everybodyExcluded,
  readers,
  dueAfterItsStage,
  ageLimits,
  lifeCycles,
  controlPoints,
  stories,
  watchedSets,
  texts,
  constants,
  hitPolicies,
  ownChanges,
];

/** So many findings carry what their fix needs, which may be long; the others are told all the same. */
const MOST_DETAILED = 500;

const bounded = (finding: Finding, index: number): Finding => {
  if (index < MOST_DETAILED) return finding;
  const { detail: _detail, ...told } = finding;
  return told;
};

const byGravity = (a: Finding, b: Finding): number => (a.severity === b.severity ? 0 : a.severity === "error" ? -1 : 1);

/**
 * Finds what is wrong with a definition: errors first, each with its place.
 *
 * A graph that is not whole is answered with that alone: the other checks would speak of things that are not there. `world`
 * names what the definition may refer to; what it leaves out is not checked.
 */
export const checkDefinition = (definition: ProcessDefinition, world: CheckWorld = {}): Finding[] => {
  const broken = problemsOfWholeness(definition);
  if (broken.length > 0) return [...broken];
  const graph = graphOf(definition);
  return checks
    .flatMap((check) => check(graph, { blocks, ...world }))
    .toSorted(byGravity)
    .map(bounded);
};
