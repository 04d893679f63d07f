import type { Span } from "../definition/time.ts";

/** As many places as a detail names. */
const MOST_PLACES = 20;

/**
 * What putting a finding right takes beyond its place, so that nobody has to read it out of the words. Small, and plain JSON: it
 * goes over the wire. What is not known is left out.
 */
export interface FindingDetail {
  /** What stands there: a name, or the whole text of an expression. */
  readonly written?: string;
  /** What may have been meant by it, the likeliest first; two at most. */
  readonly meant?: readonly string[];
  /** The part of what was meant that is put right, where that is a whole text. */
  readonly says?: string;
  /** The wires or elements that it is put right at. */
  readonly at?: readonly string[];
  /** The most that there can be of something, or a row counted from 0. */
  readonly count?: number;
  /** The longest that something may take. */
  readonly span?: Span;
  /** What a condition answers, whatever it is asked about. */
  readonly answer?: boolean;
}

/** A detail that names places: the first of them, as many as are worth it. */
export const placesOf = (ids: readonly string[]): Pick<FindingDetail, "at"> =>
  ids.length === 0 ? {} : { at: ids.slice(0, MOST_PLACES) };
