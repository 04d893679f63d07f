import { describe, expect, it } from "vitest";
import type { Compared, ComparedWay } from "./compare.ts";
import type { PathEntry } from "./path.ts";
import { Tally } from "./tally.ts";

const HOUR_MS = 3_600_000;

const verdict = (node: string, by: string, at: string, result = "approve"): PathEntry => ({
  at,
  kind: "verdict",
  node,
  result,
  by,
  isDrawn: false,
});

interface Told {
  readonly outcome: string | null;
  /** Hours of work; null while it is open. */
  readonly hours: number | null;
  readonly verdicts?: readonly PathEntry[];
}

const way = ({ outcome, hours, verdicts = [] }: Told): ComparedWay => ({
  end: { isEnded: hours !== null, outcome, stage: hours === null ? "asking" : "over", because: [] },
  approvals: verdicts.filter(({ by, result }) => !by?.startsWith("system:") && result !== "addSigner").length,
  workedMs: hours === null ? null : hours * HOUR_MS,
  path: verdicts,
});

const compared = (was: Told, now: Told, more: Partial<Compared> = {}): Compared => ({
  caseId: "c",
  was: way(was),
  now: way(now),
  isFlipped: was.outcome !== now.outcome || (was.hours === null) !== (now.hours === null),
  goesOtherwise: true,
  partsAt: 0,
  saw: {},
  drawn: new Map(),
  forbidden: [],
  ...more,
});

const summed = (...all: readonly Parameters<Tally["add"]>[0][]) => {
  const tally = new Tally();
  for (const it of all) tally.add(it);
  return tally.summary;
};

describe("what a what-if comes to, counted by hand", () => {
  it.each([
    { name: "of one case", was: [8], now: [6], median: [480, 360], p90: [480, 360] },
    { name: "of two: the median is the lower one", was: [2, 4], now: [4, 2], median: [120, 120], p90: [240, 240] },
    { name: "of three", was: [9, 1, 5], now: [3, 3, 30], median: [300, 180], p90: [540, 1_800] },
    {
      name: "of ten: nine of them take no longer than the 90th",
      was: [1, 2, 3, 4, 5, 6, 7, 8, 9, 100],
      now: [2, 2, 2, 2, 2, 2, 2, 2, 3, 50],
      median: [300, 120],
      p90: [540, 180],
    },
  ])("cycle times in working minutes $name", ({ was, now, median, p90 }) => {
    const { cycle } = summed(
      ...was.map((hours, index) => compared({ outcome: "won", hours }, { outcome: "won", hours: now[index] ?? 0 })),
    );
    expect(cycle).toEqual({
      cases: was.length,
      was: { median: median[0], p90: p90[0] },
      now: { median: median[1], p90: p90[1] },
    });
  });

  it("leaves out of the cycle times what does not end both ways, and tells where it would stand", () => {
    const { cycle, open, flips, flipped } = summed(
      compared({ outcome: "won", hours: 4 }, { outcome: null, hours: null }),
      compared({ outcome: "won", hours: 2 }, { outcome: "won", hours: 1 }),
    );
    expect({ cycle, open, flips, flipped }).toEqual({
      cycle: { cases: 1, was: { median: 120, p90: 120 }, now: { median: 60, p90: 60 } },
      open: 1,
      flipped: 1,
      flips: [{ from: "won", to: null, stage: "asking", count: 1 }],
    });
  });

  it("flips, the most frequent first, and approvals more and fewer, never set off against each other", () => {
    const twice = [
      verdict("ask", "ann", "2026-11-23T01:00:00.000Z"),
      verdict("cfo", "bob", "2026-11-23T02:00:00.000Z"),
    ];
    const once = twice.slice(0, 1);
    const { flips, more, fewer, approvalsAt } = summed(
      compared({ outcome: "won", hours: 1, verdicts: once }, { outcome: "lost", hours: 1, verdicts: twice }),
      compared({ outcome: "won", hours: 1, verdicts: twice }, { outcome: "lost", hours: 1, verdicts: [] }),
      compared({ outcome: "lost", hours: 1, verdicts: [] }, { outcome: "won", hours: 1, verdicts: once }),
      compared({ outcome: "won", hours: 1, verdicts: once }, { outcome: "won", hours: 1, verdicts: once }),
    );
    expect({ flips, more, fewer, approvalsAt }).toEqual({
      flips: [
        { from: "won", to: "lost", stage: null, count: 2 },
        { from: "lost", to: "won", stage: null, count: 1 },
      ],
      more: { cases: 2, approvals: 2 },
      fewer: { cases: 1, approvals: 2 },
      approvalsAt: [
        { node: "ask", was: 3, now: 3 },
        { node: "cfo", was: 1, now: 1 },
      ],
    });
  });

  it("load by person and week, from its Monday on; what a machine decides, or is no verdict, is nobody's", () => {
    const { load } = summed(
      compared(
        {
          outcome: "won",
          hours: 1,
          verdicts: [
            verdict("ask", "ann", "2026-11-22T23:59:59.999Z"),
            verdict("ask", "ann", "2026-11-23T00:00:00.000Z", "reject"),
            verdict("ask", "bob", "2026-11-29T23:59:59.999Z", "sendBack"),
          ],
        },
        {
          outcome: "won",
          hours: 1,
          verdicts: [
            verdict("ask", "ann", "2026-11-23T00:00:00.000Z"),
            verdict("ask", "bob", "2026-11-30T00:00:00.000Z"),
            verdict("ask", "bob", "2026-12-01T00:00:00.000Z"),
            verdict("ask", "system:sla", "2026-12-01T00:00:00.000Z"),
            verdict("ask", "bob", "2026-12-01T00:00:00.000Z", "addSigner"),
          ],
        },
      ),
    );
    expect(load).toEqual([
      {
        personId: "bob",
        weeks: [
          { on: "2026-11-23", was: 1, now: 0 },
          { on: "2026-11-30", was: 0, now: 2 },
        ],
      },
      {
        personId: "ann",
        weeks: [
          { on: "2026-11-16", was: 1, now: 0 },
          { on: "2026-11-23", was: 1, now: 1 },
        ],
      },
    ]);
  });

  it("where people had to be guessed, what a control point would forbid, and why some cannot be compared", () => {
    const same: Told = { outcome: "won", hours: 1 };
    const { drawn, forbidden, unknown, cases, comparable } = summed(
      compared(same, same, { drawn: new Map([["cfo", "learnt"]]), forbidden: ["one", "two"] }),
      compared(same, same, { drawn: new Map([["cfo", "learnt"]]), forbidden: ["two"] }),
      compared(same, same, { drawn: new Map([["new", "assumed"]]) }),
      { caseId: "c", unknown: "total" },
      { caseId: "c", log: "unreadable" },
      { caseId: "c", log: "unreadable" },
    );
    expect({ drawn, forbidden, unknown, cases, comparable }).toEqual({
      cases: 6,
      comparable: 3,
      drawn: [
        { node: "cfo", from: "learnt", cases: 2 },
        { node: "new", from: "assumed", cases: 1 },
      ],
      forbidden: {
        cases: 2,
        controls: [
          { control: "two", cases: 2 },
          { control: "one", cases: 1 },
        ],
      },
      unknown: [
        { why: "unreadable", cases: 2 },
        { why: "total", cases: 1 },
      ],
    });
  });
});
