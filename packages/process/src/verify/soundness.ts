import type { ProcessDefinition } from "../definition/processDefinition.ts";
import type { CaseState } from "../kernel/state.ts";
import { explore, pathTo, type Place } from "./exploration.ts";
import type { Way } from "./ground.ts";
import type { Grounds } from "./grounds.ts";
import { leadingTo } from "./leadingTo.ts";
import type { PathStep } from "./pathStep.ts";

/** What can go wrong with the flow of a process, whatever its data, in the words of workflow nets. */
export type Flaw = "deadlock" | "livelock" | "lackOfSynchronisation" | "deadStep" | "improperCompletion";

/** A flaw with the step or steps that it concerns, and the shortest way to it; a dead step has no way to it. */
export interface FoundFlaw {
  readonly flaw: Flaw;
  readonly steps: readonly string[];
  readonly path: readonly PathStep[] | null;
}

/** What was found out about the flow of a process. `isWhole` is false when there were more states than may be looked at. */
export interface Soundness {
  readonly flaws: readonly FoundFlaw[];
  readonly states: number;
  readonly isWhole: boolean;
}

const stepsIn = (state: CaseState): readonly string[] => [...new Set(state.tokens.map((token) => token.node))];

/** A step that stands twice in one region at one time: what comes after it would be done twice. */
const doubledIn = (definition: ProcessDefinition, { tokens }: CaseState): readonly string[] => {
  const joins = new Set(definition.nodes.flatMap((node) => (node.kind === "join" ? [node.id] : [])));
  const nodes = tokens.map((token) => `${token.scope} ${token.node}`);
  const twice = tokens.filter((token, index) => !joins.has(token.node) && nodes.indexOf(nodes[index] ?? "") < index);
  return [...new Set(twice.map((token) => token.node))];
};

/** What one path cuts off by ending the case or leaving the stage while others still work in it. A person's move may do so. */
const cutOff = ({ possible, taken }: Way, { base: before }: Place): readonly string[] => {
  if (possible.token === null) return [];
  const left = new Set(
    taken.answer.writes.flatMap((write) =>
      write.write === "closeTask" && (write.reason === "left" || write.reason === "cancelled") ? [write.task] : [],
    ),
  );
  const own = before.state.tokens.find((token) => token.id === possible.token);
  return before.state.waits
    .filter((wait) => wait.kind === "task" && wait.token !== possible.token && left.has(wait.id))
    .filter(() => own !== undefined)
    .map((wait) => wait.node);
};

/**
 * Looks for flaws in the flow: states from which no end can be reached (nothing can happen any more, or only the same again),
 * paths that meet without a join, steps that are never reached, and paths that cut others off.
 *
 * Every state is visited with the kernel itself; where there are more than `limits`, what was found is still true, and no dead
 * step is told.
 */
export const soundnessOf = (grounds: Grounds): Soundness => {
  const { definition } = grounds.plan;
  const flaws = new Map<string, FoundFlaw>();
  const entered = new Set<string>();
  const into = new Map<Place, Place[]>();
  const out = new Map<Place, number>();
  const found = (flaw: Flaw, steps: readonly string[], path: readonly PathStep[] | null): void => {
    if (steps.length === 0) return;
    const name = `${flaw} ${steps.toSorted().join(" ")}`;
    if (!flaws.has(name)) flaws.set(name, { flaw, steps, path });
  };
  const cut: { readonly steps: readonly string[]; readonly before: Place }[] = [];
  const { places, isWhole } = explore(grounds.ofFlow, {
    isNamed: () => false,
    first: "",
    marksAfter: (way, before) => {
      for (const write of way.taken.answer.writes) if (write.write === "openStay") entered.add(write.node);
      const steps = cutOff(way, before);
      if (steps.length > 0) cut.push({ steps, before });
      return "";
    },
    onWay: (from, to) => {
      into.set(to, [...(into.get(to) ?? []), from]);
      out.set(from, (out.get(from) ?? 0) + 1);
    },
    limits: grounds.limits,
    isStopped: grounds.isStopped,
  });
  for (const { steps, before } of cut) found("improperCompletion", steps, pathTo(before));
  for (const place of places) found("lackOfSynchronisation", doubledIn(definition, place.base.state), pathTo(place));
  if (!isWhole) return { flaws: [...flaws.values()], states: places.length, isWhole };
  const ends = leadingTo(
    places.filter((place) => place.base.state.status === "ended"),
    into,
  );
  const lost = places.filter((place) => !ends.has(place) && place.base.state.incidents.length === 0);
  const stuck = lost.filter((place) => (out.get(place) ?? 0) === 0);
  for (const place of stuck) found("deadlock", stepsIn(place.base.state), pathTo(place));
  const toStuck = leadingTo(stuck, into);
  const circling = lost.find((place) => !toStuck.has(place));
  if (circling) found("livelock", stepsIn(circling.base.state), pathTo(circling));
  for (const node of definition.nodes)
    if (node.kind !== "start" && node.kind !== "stage" && !entered.has(node.id)) found("deadStep", [node.id], null);
  return { flaws: [...flaws.values()], states: places.length, isWhole };
};
