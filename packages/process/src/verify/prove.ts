import type { Control } from "../definition/control.ts";
import type { Expression } from "../expression/expression.ts";
import { recordTree } from "../kernel/evaluate.ts";
import type { Plan } from "../kernel/plan.ts";
import type { Abstraction } from "./abstraction.ts";
import { initiatorOf, NOW } from "./answers.ts";
import { explore, pathTo, type Place } from "./exploration.ts";
import type { Ground, Way } from "./ground.ts";
import type { Grounds } from "./grounds.ts";
import type { Known } from "./known.ts";
import { leadingTo } from "./leadingTo.ts";
import { monitorOf } from "./monitor.ts";
import type { PathStep } from "./pathStep.ts";
import { pointsOf } from "./pointsOf.ts";

/**
 * What was found out about a control point, over all paths of a process.
 *
 * - `proved`: it holds on every one of them
 * - `refuted`: it does not; `path` is the shortest way that was found on which it fails
 * - `notProved`: there was more than may be looked at, or it was stopped before it had looked at all
 */
export type Verdict = { readonly control: string; readonly states: number } & (
  | { readonly verdict: "proved" }
  | { readonly verdict: "notProved"; readonly because: "states" | "stopped" }
  | { readonly verdict: "refuted"; readonly path: readonly PathStep[] }
);

const stepsNamed = (control: Control): ReadonlySet<string> =>
  new Set(pointsOf(control).flatMap((point) => (point.at === "step" ? [point.step] : [])));

/** Whether a condition holds on these values; one that cannot be worked out on them may hold. */
const holdsOn = (plan: Plan, { paths, run }: Expression, known: Known): boolean => {
  try {
    const record = recordTree(plan, paths, new Map(Object.entries(known)));
    return run({ record, vars: {}, case: {}, form: {}, actor: {}, now: NOW, item: null }) === true;
  } catch {
    return true;
  }
};

/**
 * Values on which a condition holds, given what is known; what is not known may be anything, and is rather something than
 * nothing. Null where there are none.
 */
const whatHolds = ({ plan, valuesOf, condition }: Abstraction, text: string): ((known: Known) => Known | null) => {
  const expression = condition(text);
  const somethingFirst = (path: string) =>
    valuesOf(path).toSorted((one, other) => Number(one === null) - Number(other === null));
  const holdingWith = (known: Known, paths: readonly string[], chosen: Known): Known | null => {
    const [path, ...others] = paths;
    if (path === undefined) return holdsOn(plan, expression, known) ? chosen : null;
    for (const value of path in known ? [known[path] ?? null] : somethingFirst(path)) {
      const found = holdingWith({ ...known, [path]: value }, others, { ...chosen, [path]: value });
      if (found !== null) return found;
    }
    return null;
  };
  return (known) => holdingWith(known, expression.paths, {});
};

/** The steps to where a control point fails. The last one sees what the record must hold for it, too: it may have changed since. */
const pathFailing = (place: Place, holding: (known: Known) => Known | null): readonly PathStep[] =>
  pathTo(place).map((step, index, { length }) =>
    index < length - 1
      ? step
      : { ...step, saw: { ...step.saw, ...holding({ ...place.from?.base.known, ...step.saw }) } },
  );

/** A path on which something is owed for ever: the case has ended, or can no longer come to what is owed. */
const neverPaid = (places: readonly Place[], into: ReadonlyMap<Place, readonly Place[]>): Place | null => {
  const owing = places.filter(({ marks, base }) => marks === "owed" && base.state.incidents.length === 0);
  const canPay = leadingTo(
    places.filter(({ marks }) => marks !== "owed"),
    into,
  );
  return owing.find(({ base }) => base.state.status === "ended") ?? owing.find((place) => !canPay.has(place)) ?? null;
};

/** So much more is looked at for a way that is shorter than the one found. */
const SHORTER = { states: 1_000, ways: 2_000 } as const;

const proveOn = (ground: Ground, control: Control, grounds: Grounds): Verdict => {
  const { isStopped } = grounds;
  const limits = grounds.limitsOn(ground);
  const monitor = monitorOf(control, initiatorOf(ground.abstraction.plan.start));
  const holding = control.must === "passes" ? whatHolds(ground.abstraction, control.when) : () => ({});
  const named = stepsNamed(control);
  const into = new Map<Place, Place[]>();
  const marksAfter = ({ seen, taken }: Way, before: Place): string | null => {
    let { marks } = before;
    for (const one of seen) {
      const watch = monitor.next(marks, one, () => holding({ ...before.base.known, ...taken.saw }) !== null);
      if (watch.isBroken) return null;
      ({ marks } = watch);
    }
    return marks;
  };
  const course = { isNamed: (id: string) => named.has(id), first: monitor.first.marks, marksAfter, isStopped };
  const onWay = (from: Place, to: Place): void => void into.set(to, [...(into.get(to) ?? []), from]);
  const { places, isWhole, isReduced, wasStopped, broken } = explore(ground, { ...course, onWay, limits });
  const found = { control: control.id, states: places.length };
  const failed = broken ?? (control.must === "followedBy" && isWhole ? neverPaid(places, into) : null);
  if (failed === null && isWhole) return { ...found, verdict: "proved" };
  if (failed === null) return { ...found, verdict: "notProved", because: wasStopped ? "stopped" : "states" };
  // Orders that do not matter were left out, and with them perhaps the shortest: it is looked for among all of them.
  const more = { states: SHORTER.states, ways: ground.work + SHORTER.ways };
  const nearest = broken && isReduced ? explore(ground, { ...course, limits: more, inEveryOrder: true }).broken : null;
  return { ...found, verdict: "refuted", path: pathFailing(nearest ?? failed, holding) };
};

/**
 * Proves the control points of a process over all its paths, or finds for each the shortest way on which it fails.
 *
 * The kernel itself is explored, so what is proved is what runs: every person's act, every alarm, message and effect, in any
 * order, on data of which only what conditions tell apart matters. An admin's interventions are no part of it: the door holds
 * them to the same points when they are tried. The definition has passed the checks of its structure.
 */
export const prove = (grounds: Grounds): readonly Verdict[] =>
  (grounds.plan.definition.controls ?? []).map((control) =>
    proveOn(control.must === "passes" ? grounds.ofData() : grounds.ofFlow, control, grounds),
  );
