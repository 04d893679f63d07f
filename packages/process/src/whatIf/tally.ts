import { msOf, isoOf } from "../simulate/spans.ts";
import { isApproval, isComparable, type Compared, type Incomparable } from "./compare.ts";
import type { DrawnFrom } from "./draw.ts";
import type { PathEntry } from "./path.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** How often something was, and would be. */
export interface Both {
  readonly was: number;
  readonly now: number;
}

/** Working minutes; null without any case that ends both ways. */
export interface Cycle {
  readonly median: number;
  readonly p90: number;
}

/** What comes of a draft over the closed cases of a period. */
export interface WhatIfSummary {
  readonly cases: number;
  readonly comparable: number;
  readonly otherwise: number;
  readonly flipped: number;
  readonly more: { readonly cases: number; readonly approvals: number };
  readonly fewer: { readonly cases: number; readonly approvals: number };
  /** Cases that would not come to an end by what is recorded. */
  readonly open: number;
  /** From which outcome to which, or to the stage that they would stand in. */
  readonly flips: readonly {
    readonly from: string | null;
    readonly to: string | null;
    readonly stage: string | null;
    readonly count: number;
  }[];
  readonly approvalsAt: readonly ({ readonly node: string } & Both)[];
  readonly cycle: { readonly cases: number; readonly was: Cycle | null; readonly now: Cycle | null };
  /** Verdicts of a person by week, which begins on its Monday. The busiest first. */
  readonly load: readonly { readonly personId: string; readonly weeks: readonly ({ readonly on: string } & Both)[] }[];
  /** Where people had to be guessed, by step or stage. */
  readonly drawn: readonly { readonly node: string; readonly from: DrawnFrom; readonly cases: number }[];
  readonly unknown: readonly { readonly why: string; readonly cases: number }[];
  /** Cases in which the door would have held a control point against what is done, and by control point. Left out by those that were run before it was told. */
  readonly forbidden?: {
    readonly cases: number;
    readonly controls: readonly { readonly control: string; readonly cases: number }[];
  };
}

/** So many of each list are told. */
const MOST = { people: 30, weeks: 60, lines: 50 } as const;

const mondayOf = (at: string): string => {
  const days = Math.floor(msOf(at) / DAY_MS);
  return isoOf((days - ((days + 5) % 7)) * DAY_MS).slice(0, 10);
};

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;

const cycleOf = (workedMs: readonly number[]): Cycle | null => {
  const sorted = workedMs.toSorted((one, other) => one - other);
  if (sorted.length === 0) return null;
  return { median: quantile(sorted, 0.5) / MINUTE_MS, p90: quantile(sorted, 0.9) / MINUTE_MS };
};

/** Why a case cannot be compared, in one word: the question's key, or what its log says. */
export const reasonOf = (it: Incomparable): string => ("unknown" in it ? it.unknown : it.log);

type Counts = Map<string, { was: number; now: number }>;

const bump = (counts: Counts, name: string, side: keyof Both): void => {
  const both = counts.get(name) ?? { was: 0, now: 0 };
  both[side] += 1;
  counts.set(name, both);
};

/** Adds up what comes of case after case. Bounded: it keeps two numbers a case, and counts. */
export class Tally {
  private cases = 0;
  private otherwise = 0;
  private flipped = 0;
  private open = 0;
  private readonly more = { cases: 0, approvals: 0 };
  private readonly fewer = { cases: 0, approvals: 0 };
  private readonly flips = new Map<string, number>();
  private readonly nodes: Counts = new Map();
  private readonly weeks: Counts = new Map();
  private readonly drawn = new Map<string, number>();
  private readonly unknown = new Map<string, number>();
  private forbidden = 0;
  private readonly controls = new Map<string, number>();
  private readonly was: number[] = [];
  private readonly now: number[] = [];

  add(it: Compared | Incomparable): void {
    this.cases += 1;
    if (!isComparable(it)) {
      const why = reasonOf(it);
      this.unknown.set(why, (this.unknown.get(why) ?? 0) + 1);
      return;
    }
    this.otherwise += Number(it.goesOtherwise);
    this.flipped += Number(it.isFlipped);
    this.open += Number(!it.now.end.isEnded);
    const { end } = it.now;
    const to = end.isEnded ? [end.outcome, null] : [null, end.stage ?? ""];
    const flip = JSON.stringify([it.was.end.outcome, ...to]);
    if (it.isFlipped) this.flips.set(flip, (this.flips.get(flip) ?? 0) + 1);
    const change = it.now.approvals - it.was.approvals;
    const side = change > 0 ? this.more : this.fewer;
    side.cases += Number(change !== 0);
    side.approvals += Math.abs(change);
    this.verdicts(it.was.path, "was");
    this.verdicts(it.now.path, "now");
    for (const [node, from] of it.drawn) {
      const name = JSON.stringify([node, from]);
      this.drawn.set(name, (this.drawn.get(name) ?? 0) + 1);
    }
    this.forbidden += Number(it.forbidden.length > 0);
    for (const control of it.forbidden) this.controls.set(control, (this.controls.get(control) ?? 0) + 1);
    if (it.was.workedMs === null || it.now.workedMs === null) return;
    this.was.push(it.was.workedMs);
    this.now.push(it.now.workedMs);
  }

  get summary(): WhatIfSummary {
    const known = [...this.unknown.values()].reduce((sum, count) => sum + count, 0);
    return {
      cases: this.cases,
      comparable: this.cases - known,
      otherwise: this.otherwise,
      flipped: this.flipped,
      more: { ...this.more },
      fewer: { ...this.fewer },
      open: this.open,
      flips: this.listOf(this.flips, ([from, to, stage]: [string | null, string | null, string | null], count) => ({
        from,
        to,
        stage,
        count,
      })),
      approvalsAt: [...this.nodes].map(([node, both]) => ({ node, ...both })).slice(0, MOST.lines),
      cycle: { cases: this.was.length, was: cycleOf(this.was), now: cycleOf(this.now) },
      load: this.load(),
      drawn: this.listOf(this.drawn, ([node, from]: [string, DrawnFrom], cases) => ({ node, from, cases })),
      unknown: [...this.unknown]
        .toSorted(([, one], [, other]) => other - one)
        .slice(0, MOST.lines)
        .map(([why, cases]) => ({ why, cases })),
      forbidden: {
        cases: this.forbidden,
        controls: [...this.controls]
          .toSorted(([, one], [, other]) => other - one)
          .slice(0, MOST.lines)
          .map(([control, cases]) => ({ control, cases })),
      },
    };
  }

  private listOf<Name, Line>(
    counts: ReadonlyMap<string, number>,
    line: (name: Name, count: number) => Line,
  ): readonly Line[] {
    return [...counts]
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, MOST.lines)
      .map(([name, count]) => line(JSON.parse(name) as Name, count));
  }

  private verdicts(path: readonly PathEntry[], side: keyof Both): void {
    for (const entry of path.filter(isApproval)) {
      bump(this.nodes, entry.node ?? "", side);
      bump(this.weeks, `${entry.by ?? ""} ${mondayOf(entry.at)}`, side);
    }
  }

  private load(): WhatIfSummary["load"] {
    const people = new Map<string, ({ on: string } & Both)[]>();
    for (const [name, both] of this.weeks) {
      const [personId = "", on = ""] = name.split(" ");
      people.set(personId, [...(people.get(personId) ?? []), { on, ...both }]);
    }
    const sum = (weeks: readonly Both[]): number => weeks.reduce((all, { was, now }) => all + Math.max(was, now), 0);
    return [...people]
      .toSorted(([, one], [, other]) => sum(other) - sum(one))
      .slice(0, MOST.people)
      .map(([personId, weeks]) => ({
        personId,
        weeks: weeks.toSorted((one, other) => (one.on < other.on ? -1 : 1)).slice(-MOST.weeks),
      }));
  }
}
