import type { DirectPeopleRule } from "../definition/people.ts";
import type { Span } from "../definition/time.ts";
import type { Json } from "./json.ts";

/**
 * A question to the world. The kernel only looks answers up, by `factKeyOf(question)`; the door, the simulator or a test loads
 * them.
 *
 * - `field` → the value at a path from the case's record (`discount`, `costSheet.valid`, `customer.grade`); null when empty
 * - `rule` → the problems of a domain rule for the case's record, `Problem[]`; empty when it holds
 * - `people` → the active people a rule finds, as `FoundPerson[]` in a stable order
 * - `mayEdit` → whether a person may edit the case's record, boolean
 * - `dueAt` → the instant a span after another instant, by the working calendar of the record's department, ISO string
 * - `endOfDay` → the last millisecond of a date in the zone of the record's working calendar, ISO string
 * - `shifted` → `at` moved on by the time between `from` and `to`, ISO string
 * - `pick` → the person a distribution strategy takes out of these, or null
 * - `process` → the version that a sub-process would run as, `{ version }`, or null when there is none
 * - `managerOf` → the manager of a person, or null
 * - `nameOf` → what a person is called, or a text per language; null when nobody knows them
 * - `wallTime` → what the clocks of the record's working calendar show at an instant, `2026-11-26T14:05:00`
 * - `effectsDone` → the steps whose outer effect was done in this case, ids of the version it runs on, sorted
 */
export type Fact =
  | { readonly fact: "field"; readonly path: string }
  | { readonly fact: "rule"; readonly rule: string }
  | {
      readonly fact: "people";
      readonly rules: readonly DirectPeopleRule[];
      readonly previous: readonly string[];
      readonly picked: readonly string[];
    }
  | { readonly fact: "mayEdit"; readonly personId: string }
  | { readonly fact: "dueAt"; readonly from: string; readonly span: Span }
  | { readonly fact: "endOfDay"; readonly on: string }
  | { readonly fact: "shifted"; readonly at: string; readonly from: string; readonly to: string }
  | { readonly fact: "pick"; readonly from: readonly string[]; readonly strategy: string }
  | { readonly fact: "process"; readonly process: string; readonly version: "latest" | number }
  | { readonly fact: "managerOf"; readonly personId: string; readonly level: number }
  | { readonly fact: "nameOf"; readonly personId: string }
  | { readonly fact: "wallTime"; readonly at: string }
  | { readonly fact: "effectsDone" };

/** One person a rule found. `standsFor` is set when a deputy acts for someone who is away. */
export interface FoundPerson {
  readonly personId: string;
  readonly standsFor?: string;
}

/** The stable name of a question: the same question always has the same key, and the key can be turned back. */
export type FactKey = string;
export const factKeyOf = (fact: Fact): FactKey => JSON.stringify(fact);
export const factOf = (key: FactKey): Fact => JSON.parse(key) as Fact;

/** The answers known so far. */
export type Facts = { readonly [key: FactKey]: Json };
