import type { DirectPeopleRule, OnEmpty, PeopleRule } from "../definition/people.ts";
import { rowsThatHold } from "../nodes/branch/rowsThatHold.ts";
import { runExpression } from "./evaluate.ts";
import type { Fact, FoundPerson } from "./fact.ts";
import type { Json } from "./json.ts";
import type { Step } from "./step.ts";

const isText = (value: Json): value is string => typeof value === "string";

/** Who acted at the step before this one. */
const previousPeople = (step: Step): readonly string[] =>
  step.state.trail.findLast((entry) => entry.by.length > 0)?.by ?? [];

const PICKS = "$picks";

const picksOfEvent = (step: Step): readonly string[] => {
  const picked = "form" in step.event ? step.event.form[PICKS] : undefined;
  return Array.isArray(picked) ? picked.filter(isText) : [];
};

/** Keeps whom the initiator picked for the steps that come later; what other people pick is for the next step only. */
export const keepPicks = (step: Step): void => {
  const { actor } = step.event;
  const picked = picksOfEvent(step);
  if (picked.length > 0 && actor.kind === "person" && actor.personId === step.state.initiatorId)
    step.setVariable(PICKS, picked);
};

const pickedPeople = (step: Step, rules: readonly PeopleRule[]): readonly string[] => {
  const now = picksOfEvent(step);
  const before = step.state.variables[PICKS];
  if (now.length > 0 || !rules.some((rule) => rule.by === "initiatorPicks")) return now;
  return Array.isArray(before) ? before.filter(isText) : [];
};

const byExpression = (step: Step, expression: string, node: string): readonly DirectPeopleRule[] => {
  const value = runExpression(step, expression, node);
  const personIds = (Array.isArray(value) ? value : [value]).filter(isText);
  return personIds.length > 0 ? [{ by: "person", personIds }] : [];
};

/** Works out what is told by the record: expressions and tables become the people and rules that they name. */
const workedOut = (step: Step, rules: readonly PeopleRule[], node: string): readonly DirectPeopleRule[] =>
  rules.flatMap((rule) => {
    if (rule.by === "expression") return byExpression(step, rule.expression, node);
    if (rule.by !== "table") return [rule];
    const { hit, inputs, rules: rows } = rule.table;
    const hits = rowsThatHold(step, inputs, rows, node);
    return workedOut(
      step,
      (hit === "F" ? hits.slice(0, 1) : hits).flatMap((row) => rows[row]?.who ?? []),
      node,
    );
  });

const askedAs = (step: Step, rules: readonly DirectPeopleRule[]): Fact => ({
  fact: "people",
  rules,
  previous: previousPeople(step),
  picked: pickedPeople(step, rules),
});

/** The people that rules find now, each once, in the rules' order. */
export const findPeople = (step: Step, rules: readonly PeopleRule[], node: string): readonly FoundPerson[] => {
  const settled = workedOut(step, rules, node);
  if (settled.length === 0) return [];
  const foreseen = (): readonly Fact[] => step.plan.foreseen.people.map((others) => askedAs(step, others));
  const [found] = step.look([askedAs(step, settled)], () => step.onceSeveral("people", foreseen));
  const people = found as unknown as readonly FoundPerson[];
  return people.filter((person, index) => people.findIndex((other) => other.personId === person.personId) === index);
};

/**
 * What is done when nobody was found: other people, `pass`, `incident` (the step is entered and waits for an admin), or the step
 * is given up (NOBODY_FOUND).
 */
export const whenNobody = (
  step: Step,
  onEmpty: OnEmpty,
  node: string,
): readonly FoundPerson[] | "pass" | "incident" => {
  switch (onEmpty.do) {
    case "pass":
    case "incident":
      return onEmpty.do;
    case "people":
      return onEmpty.personIds.map((personId) => ({ personId }));
    case "admin": {
      const admins = findPeople(step, [{ by: "role", role: "admin" }], node);
      return admins.length > 0 ? admins : step.stop("NOBODY_FOUND", { node });
    }
    case "refuse":
      return step.stop("NOBODY_FOUND", { node });
  }
};
