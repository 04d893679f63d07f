import type { CaseFilter } from "./caseFilter.ts";

/**
 * What is done to each case.
 *
 * - `retry`, `skip`: every open incident, at the step that is meant where one is
 * - `reassign`: every open piece of work, at the step that is meant where one is
 */
export type BulkDeed =
  | { readonly do: "move"; readonly move: string }
  | { readonly do: "retry" | "skip" | "suspend" | "resume" | "cancel" }
  | { readonly do: "reassign"; readonly to: string };

/** What earlier releases have also done to many cases at once; today a migration does it. */
export type PastDeed = { readonly do: "migrate"; readonly to: number };

/** Which open cases are meant: those that stand at a step or in a stage, where one is named, and fit the filter. */
export interface BulkTarget {
  readonly node?: string | undefined;
  readonly filter: CaseFilter;
}

/** The most cases that one bulk act is done to. */
export const MOST_BULK = 5_000;
