import { advance } from "../kernel/advance.ts";
import type { Advanced } from "../kernel/answer.ts";
import type { CaseEvent } from "../kernel/event.ts";
import { factKeyOf, factOf, type Fact, type FactKey, type Facts } from "../kernel/fact.ts";
import type { Json } from "../kernel/json.ts";
import type { Plan } from "../kernel/plan.ts";
import type { CaseState } from "../kernel/state.ts";
import { NOW } from "./answers.ts";
import { FRESH_SEQ } from "./canonical.ts";
import type { Possible } from "./happenings.ts";

/** What is known of the record's fields at a moment; the rest may be anything. */
export type Known = { readonly [path: string]: Json };

/** One way in which something that may happen goes: the step taken, and what it saw of the record. */
export interface Taken {
  readonly answer: Advanced;
  readonly saw: Known;
}

/** The most questions one step may have, so that a bug cannot keep the exploration busy. */
const QUESTION_LIMIT = 2_000;

const without = (known: Known, paths: readonly string[]): Known =>
  paths.length === 0 ? known : Object.fromEntries(Object.entries(known).filter(([path]) => !paths.includes(path)));

const fieldKey = (path: string): FactKey => factKeyOf({ fact: "field", path });

const sawIn = (used: Facts): Known =>
  Object.fromEntries(
    Object.entries(used).flatMap(([key, value]) => {
      const fact = factOf(key);
      return fact.fact === "field" ? [[fact.path, value]] : [];
    }),
  );

/**
 * Takes a step in every way in which it can go: once for each combination of answers that the kernel asks for. What is refused
 * or superseded is no way.
 */
export const waysToTake = (
  plan: Plan,
  { happening, actor, edits, state }: Possible,
  known: Known,
  answers: (fact: Fact) => readonly Json[],
): readonly Taken[] => {
  const event: CaseEvent = { ...happening, at: NOW, actor };
  const from: CaseState = state.seq === 0 ? state : { ...state, seq: FRESH_SEQ };
  const facts = Object.fromEntries(
    Object.entries(without(known, edits)).map(([path, value]) => [fieldKey(path), value]),
  );
  const taken: Taken[] = [];
  const open: Facts[] = [facts];
  for (let questions = 0; open.length > 0 && questions < QUESTION_LIMIT; questions += 1) {
    const given = open.pop() as Facts;
    const answer = advance(plan, from, event, given);
    if (answer.answer === "advanced") taken.push({ answer, saw: sawIn(answer.used) });
    if (answer.answer !== "needs") continue;
    open.push(...answered(given, answer.needs, answers));
  }
  return taken;
};

/** The facts with everything answered that has one answer, and the first question that has several answered in each way. */
const answered = (
  given: Facts,
  needs: readonly FactKey[],
  answers: (fact: Fact) => readonly Json[],
): readonly Facts[] => {
  const asked = needs.map((key) => ({ key, values: answers(factOf(key)) }));
  const certain = Object.fromEntries(
    asked.filter(({ values }) => values.length === 1).map(({ key, values }) => [key, values[0] ?? null]),
  );
  const open = asked.find(({ values }) => values.length !== 1);
  return open ? open.values.map((value) => ({ ...given, ...certain, [open.key]: value })) : [{ ...given, ...certain }];
};
