import type { Control } from "../definition/control.ts";
import { newborn } from "../kernel/newborn.ts";
import type { CaseState } from "../kernel/state.ts";
import type { Abstraction } from "./abstraction.ts";
import { answersIn, initiatorOf, NOW } from "./answers.ts";
import { happeningsIn, type Possible } from "./happenings.ts";
import { monitorOf } from "./monitor.ts";
import { seenIn } from "./seen.ts";
import { stepTaker } from "./taken.ts";

interface Node {
  readonly state: CaseState;
  readonly marks: string;
  readonly length: number;
}

/** What the naive proof came to: how long the shortest way is on which the point fails, or how far it looked in vain. */
export type Naive =
  | { readonly found: "broken"; readonly length: number }
  | { readonly found: "nothing"; readonly lookedTo: number };

/** A state whose ids go by their order, and nothing else is changed: what it holds besides is told apart to the letter. */
const renamed = (state: CaseState): string => {
  const names = new Map<string, string>();
  return JSON.stringify({ ...state, seq: 1 }).replaceAll(/"([a-z]?)(?:\d+\.\d+|#\d+)"/g, (id, letter: string) => {
    const name = names.get(id) ?? `"${letter}#${names.size}"`;
    names.set(id, name);
    return name;
  });
};

const beginning = ({ plan }: Abstraction): Possible => {
  const initiator = initiatorOf(plan.start);
  return {
    happening: { type: "start", variables: {} },
    actor: initiator === null ? { kind: "system", name: "inbox" } : { kind: "person", personId: initiator },
    token: null,
    node: plan.start.id,
    edits: [],
    state: newborn(NOW, initiator),
  };
};

/**
 * Looks for the shortest way on which a control point fails as the textbook does it: every order of what may happen, no state
 * taken for another. For drawings on which data is free at every step; `most` bounds the steps that are tried.
 */
export const naiveProof = (abstraction: Abstraction, control: Control, most: number): Naive => {
  const { plan } = abstraction;
  const take = stepTaker(plan, answersIn(abstraction, { initiatorMatters: true }));
  const monitor = monitorOf(control, initiatorOf(plan.start));
  const known = new Set<string>();
  const open: Node[] = [];
  let tried = 0;
  const follow = (possible: Possible, marksBefore: string, length: number): boolean => {
    for (const { answer } of take(possible, {}).taken) {
      tried += 1 + answer.writes.length / 5;
      let marks = marksBefore;
      for (const seen of seenIn(plan, possible.state, answer, { happening: possible.happening, vouched: {} })) {
        const watch = monitor.next(marks, seen, () => true);
        if (watch.isBroken) return true;
        ({ marks } = watch);
      }
      const text = renamed(answer.state);
      if (known.has(`${text} ${marks}`)) continue;
      known.add(`${text} ${marks}`);
      open.push({ state: JSON.parse(text) as CaseState, marks, length });
    }
    return false;
  };
  if (follow(beginning(abstraction), monitor.first.marks, 1)) return { found: "broken", length: 1 };
  for (const { state, marks, length } of open) {
    if (tried > most) return { found: "nothing", lookedTo: length };
    if (state.incidents.length > 0) continue;
    for (const possible of happeningsIn(plan, state, true))
      if (follow(possible, marks, length + 1)) return { found: "broken", length: length + 1 };
  }
  return { found: "nothing", lookedTo: Number.POSITIVE_INFINITY };
};
