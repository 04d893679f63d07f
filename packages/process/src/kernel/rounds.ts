import { factOf, type FactKey } from "./fact.ts";

/** A step may turn up new questions this often; then too much hangs on each other for one transaction. */
export const MOST_ROUNDS = 24;

/** What only says a value to people: it decides nothing, so it opens no way on which there would be more to ask. */
const ONLY_SAYS: ReadonlySet<string> = new Set(["nameOf", "wallTime"]);

/**
 * How many rounds of questions count once these are asked too. Rounds that ask only for names and clocks do not: each asks for
 * somebody or an instant that was not known before, and a step has only so many texts.
 */
export const roundsWith = (rounds: number, needs: readonly FactKey[]): number =>
  needs.every((key) => ONLY_SAYS.has(factOf(key).fact)) ? rounds : rounds + 1;
