import type { Expectation } from "../definition/story.ts";
import { isSameJson } from "../kernel/isSameJson.ts";
import { askedAt, incidentsIn } from "./judge.ts";
import type { PlayedMoment } from "./playedMoment.ts";

/** Something that a moment could be expected to show. `isUsual`: what most stories say; the rest is there to be ticked. */
export interface Proposal {
  readonly expectation: Expectation;
  readonly isUsual: boolean;
}

type Moment = Pick<
  PlayedMoment,
  "state" | "record" | "tasks" | "effects" | "milestones" | "created" | "steps" | "refusals"
>;

const usual = (expectation: Expectation): Proposal => ({ expectation, isUsual: true });
const besides = (expectation: Expectation): Proposal => ({ expectation, isUsual: false });

/** What is in one list and not yet in the other, each once. */
const fresh = (now: readonly string[], before: readonly string[] = []): readonly string[] => [
  ...new Set(now.filter((it) => !before.includes(it))),
];

const askedNodes = ({ tasks }: Moment): readonly string[] => [...new Set(tasks.map(({ node }) => node))];

const ofPeople = (now: Moment, before: Moment | null): readonly Proposal[] =>
  askedNodes(now).flatMap((at): readonly Proposal[] => {
    const [who, asked] = [askedAt(now, at), before === null ? null : askedAt(before, at)];
    if (isSameJson(who, asked)) return [];
    if (who === null) return now.state.status === "ended" ? [] : [usual({ see: "notAsked", at })];
    return [usual(who.length === 0 ? { see: "asked", at } : { see: "asked", at, who: [...who] })];
  });

const ofValues = (now: Moment, before: Moment | null): readonly Proposal[] => [
  ...Object.entries(now.state.variables)
    .filter(([key, value]) => !isSameJson(value, before?.state.variables[key] ?? null))
    .map(([key, value]) => besides({ see: "variable", key, value: value as never })),
  ...[
    ...new Set(
      now.steps.flatMap(({ answer }) => answer.writes.flatMap((it) => (it.write === "setField" ? [it.path] : []))),
    ),
  ].map((path) => besides({ see: "field", path, value: (now.record[path] ?? null) as never })),
];

const nodesOf = (moment: Moment | null): readonly string[] => moment?.effects.map(({ node }) => node) ?? [];

/**
 * What a moment shows that the one before did not: what a run that is saved as a story proposes to expect. A story that expects
 * all of it passes.
 */
export const proposalsFor = (now: Moment, before: Moment | null): readonly Proposal[] => [
  ...fresh(now.refusals.map(({ code }) => code)).map((problem) => usual({ see: "refused", problem })),
  ...fresh(incidentsIn(now)).map((problem) => usual({ see: "incident", problem })),
  ...(now.state.stage !== null && now.state.stage !== (before?.state.stage ?? null)
    ? [usual({ see: "stage", stage: now.state.stage })]
    : []),
  ...ofPeople(now, before),
  ...fresh(nodesOf(now), nodesOf(before)).map((at) => usual({ see: "wants", at })),
  ...fresh(now.milestones, before?.milestones).map((milestone) => usual({ see: "milestone", milestone })),
  ...fresh(now.created, before?.created).map((recordType) => usual({ see: "created", recordType })),
  ...(now.state.status === "ended" && before?.state.status !== "ended"
    ? [usual({ see: "ended", outcome: now.state.outcome })]
    : []),
  ...ofValues(now, before),
];
