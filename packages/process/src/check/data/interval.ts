import { Exact } from "../../expression/decimal.ts";

/** Numbers between two ends. An end left out is open to infinity. */
export interface Interval {
  readonly from: Exact | null;
  readonly to: Exact | null;
  readonly fromIn: boolean;
  readonly toIn: boolean;
}

/** Every number. */
const everything: Interval = { from: null, to: null, fromIn: false, toIn: false };

/** The numbers that compare so; null for a sign that is no comparison of order. */
export const compared = (sign: string, limit: string): Interval | null => {
  const at = new Exact(limit);
  if (sign === "<" || sign === "<=") return { ...everything, to: at, toIn: sign === "<=" };
  if (sign === ">" || sign === ">=") return { ...everything, from: at, fromIn: sign === ">=" };
  return sign === "=" || sign === "==" ? { from: at, to: at, fromIn: true, toIn: true } : null;
};

/** Whether two intervals have a number in common. */
export const meet = (a: Interval, b: Interval): boolean => {
  const before = (x: Interval, y: Interval): boolean =>
    x.to !== null && y.from !== null && (x.to.lt(y.from) || (x.to.eq(y.from) && !(x.toIn && y.fromIn)));
  return !before(a, b) && !before(b, a);
};

/** Whether the intervals leave no number out. */
export const cover = (intervals: readonly Interval[]): boolean => {
  const sorted = intervals.toSorted((a, b) =>
    a.from === null ? -1 : b.from === null ? 1 : a.from.cmp(b.from) || Number(b.fromIn) - Number(a.fromIn),
  );
  let end: { readonly at: Exact | null; readonly closed: boolean } | null = null;
  for (const it of sorted) {
    if (end === null) {
      if (it.from !== null) return false;
    } else {
      if (end.at === null) return true;
      if (it.from !== null && (it.from.gt(end.at) || (it.from.eq(end.at) && !it.fromIn && !end.closed))) return false;
      if (it.to !== null && (it.to.lt(end.at) || (it.to.eq(end.at) && (end.closed || !it.toIn)))) continue;
    }
    end = { at: it.to, closed: it.toIn };
  }
  return end !== null && end.at === null;
};

/** Whether one interval holds all of another. */
export const contains = (outer: Interval, inner: Interval): boolean => {
  const low =
    outer.from === null ||
    (inner.from !== null &&
      (inner.from.gt(outer.from) || (inner.from.eq(outer.from) && (outer.fromIn || !inner.fromIn))));
  const high =
    outer.to === null ||
    (inner.to !== null && (inner.to.lt(outer.to) || (inner.to.eq(outer.to) && (outer.toIn || !inner.toIn))));
  return low && high;
};
