import { advance } from "../kernel/advance.ts";
import type { Advanced, KernelAnswer } from "../kernel/answer.ts";
import type { CaseEvent } from "../kernel/event.ts";
import { factKeyOf, factOf, type Fact, type FactKey, type Facts } from "../kernel/fact.ts";
import type { Json } from "../kernel/json.ts";
import type { Plan } from "../kernel/plan.ts";
import type { CaseState } from "../kernel/state.ts";
import { NOW } from "./answers.ts";
import { FRESH_SEQ } from "./canonical.ts";
import type { Possible } from "./happenings.ts";
import type { Known } from "./known.ts";

/** One way in which something that may happen goes: the step taken, and what it saw of the record. */
export interface Taken {
  readonly answer: Advanced;
  readonly saw: Known;
}

/** A step that was tried: what it came to, and the answers that were given until it did; those that were the only ones left out. */
export interface Tried {
  readonly answer: Exclude<KernelAnswer, { readonly answer: "needs" }>;
  readonly given: Facts;
}

/** The most questions one step may have, so that a bug cannot keep the exploration busy. */
const QUESTION_LIMIT = 2_000;

const without = (known: Known, paths: readonly string[]): Known =>
  paths.length === 0 ? known : Object.fromEntries(Object.entries(known).filter(([path]) => !paths.includes(path)));

const fieldKey = (path: string): FactKey => factKeyOf({ fact: "field", path });

/** What facts say of the record's fields. */
export const sawIn = (used: Facts): Known =>
  Object.fromEntries(
    Object.entries(used).flatMap(([key, value]) => {
      const fact = factOf(key);
      return fact.fact === "field" ? [[fact.path, value]] : [];
    }),
  );

/**
 * Tries steps in every way in which they can go: once for each combination of answers that the kernel asks for, and tells how
 * often it was asked. Answers that are the only ones are learnt, so that they need not be asked for again.
 */
export const stepTrier = (plan: Plan, answers: (fact: Fact) => readonly Json[]) => {
  const certain: { [key: FactKey]: Json } = {};

  /** The facts with what is certain learnt, and the first question that has several answers answered in each way. */
  const answered = (given: Facts, needs: readonly FactKey[]): readonly Facts[] => {
    let open: { readonly key: FactKey; readonly values: readonly Json[] } | null = null;
    for (const key of needs) {
      const values = answers(factOf(key));
      if (values.length === 1) certain[key] = values[0] ?? null;
      else open ??= { key, values };
    }
    return open === null ? [given] : open.values.map((value) => with_(given, open.key, value));
  };
  const with_ = (given: Facts, key: FactKey, value: Json): Facts =>
    Object.assign(Object.create(certain) as object, given, { [key]: value }) as Facts;

  return (
    { happening, actor, edits, state }: Possible,
    known: Known,
  ): { readonly tried: readonly Tried[]; readonly questions: number } => {
    const event: CaseEvent = { ...happening, at: NOW, actor };
    const from: CaseState = state.seq === 0 ? state : { ...state, seq: FRESH_SEQ };
    const facts = Object.entries(without(known, edits)).map(([path, value]) => [fieldKey(path), value] as const);
    const tried: Tried[] = [];
    const open: Facts[] = [Object.assign(Object.create(certain) as object, Object.fromEntries(facts)) as Facts];
    let questions = 0;
    for (; open.length > 0 && questions < QUESTION_LIMIT; questions += 1) {
      const given = open.pop() as Facts;
      const answer = advance(plan, from, event, given);
      if (answer.answer === "needs") open.push(...answered(given, answer.needs));
      else tried.push({ answer, given });
    }
    return { tried, questions };
  };
};

/** Takes steps in every way in which they can go, and tells how often the kernel was asked. What is refused or superseded is no way. */
export const stepTaker = (plan: Plan, answers: (fact: Fact) => readonly Json[]) => {
  const tryStep = stepTrier(plan, answers);
  return (possible: Possible, known: Known): { readonly taken: readonly Taken[]; readonly questions: number } => {
    const { tried, questions } = tryStep(possible, known);
    const taken = tried.flatMap(({ answer }): readonly Taken[] =>
      answer.answer === "advanced" ? [{ answer, saw: sawIn(answer.used) }] : [],
    );
    return { taken, questions };
  };
};
