import type { Expectation } from "../definition/story.ts";
import { isSameJson } from "../kernel/isSameJson.ts";
import type { Json } from "../kernel/json.ts";
import type { ExpectationVerdict, Snapshot } from "./playedMoment.ts";

/** The people who have something to do at a step, sorted; null where nothing is open. */
export const askedAt = ({ tasks }: Pick<Snapshot, "tasks">, node: string): readonly string[] | null => {
  const open = tasks.filter(
    (task) => task.open && task.node === node && task.kind !== "copy" && task.kind !== "consult",
  );
  return open.length === 0 ? null : [...new Set(open.flatMap(({ people }) => people))].toSorted();
};

/** The codes of the incidents that were raised in a moment. */
export const incidentsIn = ({ steps }: Pick<Snapshot, "steps">): readonly string[] =>
  steps.flatMap(({ answer }) =>
    answer.writes.flatMap((write) => (write.write === "raiseIncident" ? [write.code] : [])),
  );

const seenOf = (moment: Snapshot, expectation: Expectation): Json => {
  const { state } = moment;
  switch (expectation.see) {
    case "stage":
      return state.stage;
    case "ended":
      return state.status === "ended" ? { outcome: state.outcome } : null;
    case "asked":
    case "notAsked":
      return askedAt(moment, expectation.at);
    case "field":
      return moment.record[expectation.path] ?? null;
    case "variable":
      return state.variables[expectation.key] ?? null;
    case "milestone":
      return moment.milestones;
    case "wants":
      return [...new Set(moment.effects.map(({ node }) => node))];
    case "created":
      return moment.created;
    case "refused":
      return moment.refusals.map(({ code }) => code);
    case "incident":
      return incidentsIn(moment);
  }
};

const isAmong = (seen: Json, wanted: string): boolean => Array.isArray(seen) && seen.includes(wanted);

const isMet = (expectation: Expectation, seen: Json): boolean => {
  switch (expectation.see) {
    case "stage":
      return seen === expectation.stage;
    case "ended":
      return isSameJson(seen, { outcome: expectation.outcome });
    case "asked":
      return seen !== null && (expectation.who === undefined || isSameJson(seen, expectation.who.toSorted()));
    case "notAsked":
      return seen === null;
    case "field":
    case "variable":
      return isSameJson(seen, expectation.value);
    case "milestone":
      return isAmong(seen, expectation.milestone);
    case "wants":
      return isAmong(seen, expectation.at);
    case "created":
      return isAmong(seen, expectation.recordType);
    case "refused":
    case "incident":
      return isAmong(seen, expectation.problem);
  }
};

/** Whether an expectation is met by how a case stands, and what was seen of it instead. */
export const judgeExpectation = (moment: Snapshot, expectation: Expectation): ExpectationVerdict => {
  const seen = seenOf(moment, expectation);
  return { expectation, met: isMet(expectation, seen), seen };
};
