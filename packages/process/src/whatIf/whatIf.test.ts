import { describe, expect, it } from "vitest";
import { aCase } from "../simulate/aCase.ts";
import { approvalOf, aProcess, taskOf, type ProcessDraft } from "../simulate/aProcess.ts";
import { aTrial, pastOf } from "../simulate/pastOf.ts";
import type { Simulation } from "../simulate/simulation.ts";
import { planFor } from "../simulate/takenOver.ts";
import { compare, isComparable } from "./compare.ts";
import { Learning, NOTHING_LEARNT } from "./learnt.ts";
import type { Assumption, PastCase } from "./pastCase.ts";
import { refold } from "./refold.ts";
import { Tally } from "./tally.ts";

const byTotal = (limit: number): ProcessDraft => ({
  kind: "lifeCycle",
  stages: {
    work: { entry: "large", steps: { large: { kind: "branch" }, ask: approvalOf(["ann"]) } },
    won: { final: "won" },
    lost: { final: "lost" },
  },
  wires: [
    ["start", "work"],
    ["large", "ask", `when record.total > decimal('${limit}')`],
    ["large", "won", "default"],
    ["ask", "won", "outcome approved"],
    ["ask", "lost", "outcome rejected"],
  ],
});

const withFinance = (who: string): ProcessDraft => ({
  ...byTotal(100),
  stages: {
    ...byTotal(100).stages,
    work: {
      entry: "large",
      steps: { large: { kind: "branch" }, ask: approvalOf(["ann"]), finance: approvalOf([who]) },
    },
  },
  wires: [
    ...byTotal(100).wires.filter(([from, to]) => !(from === "ask" && to === "won")),
    ["ask", "finance", "outcome approved"],
    ["finance", "won", "outcome approved"],
    ["finance", "lost", "outcome rejected"],
  ],
});

const withoutAsking: ProcessDraft = {
  ...byTotal(100),
  stages: { ...byTotal(100).stages, work: { entry: "large", steps: { large: { kind: "branch" } } } },
  wires: [
    ["start", "work"],
    ["large", "won", "default"],
  ],
};

const guarded: ProcessDraft = {
  ...byTotal(100),
  wires: byTotal(100).wires.map((wire) =>
    wire[2]?.startsWith("when") ? [wire[0], wire[1], "when record.effectiveDiscount > decimal('0.1')"] : wire,
  ),
};

const played = (total: string, verdict: "approve" | "reject" | null): Simulation => {
  const simulation = aCase(aProcess(byTotal(100)), { record: { total } });
  simulation.skipTo("2027-01-01T05:00:00.000Z");
  if (verdict !== null) simulation.act("ann", "ask", { do: verdict });
  return simulation;
};

interface Tried {
  readonly draft: ProcessDraft;
  readonly past: Simulation;
  readonly trail?: PastCase["trail"];
  readonly assumptions?: Readonly<Record<string, Assumption>>;
}

const tried = ({ draft, past, trail, assumptions = {} }: Tried) =>
  compare(pastOf(past, trail), {
    trial: { ...aTrial(planFor(draft), past.plan), assumptions },
    learnt: NOTHING_LEARNT,
  });

const told = (it: Tried) => {
  const compared = tried(it);
  if (!isComparable(compared)) return compared;
  const { was, now, saw } = compared;
  return { was: was.end.outcome, now: now.end.outcome, approvals: now.approvals - was.approvals, saw };
};

const people =
  (ids: readonly string[]): PastCase["trail"] =>
  (fact) =>
    fact.fact === "people" ? ids.map((personId) => ({ personId })) : undefined;

describe("what-if", () => {
  it.each([
    {
      name: "replays a recorded verdict where nothing has changed",
      given: { draft: byTotal(100), past: played("200", "reject") },
      expected: { was: "lost", now: "lost", approvals: 0, saw: {} },
    },
    {
      name: "keeps the way at the new limit",
      given: { draft: byTotal(199), past: played("200", "reject") },
      expected: { was: "lost", now: "lost", approvals: 0, saw: {} },
    },
    {
      name: "flips what a changed condition lets pass, and says what it saw",
      given: { draft: byTotal(200), past: played("200", "reject") },
      expected: { was: "lost", now: "won", approvals: -1, saw: { total: "200" } },
    },
    {
      name: "asks whoever the trail names at a new step, and takes it for approved where nobody says otherwise",
      given: { draft: withFinance("cat"), past: played("200", "approve"), trail: people(["cat"]) },
      expected: { was: "won", now: "won", approvals: 1, saw: {} },
    },
    {
      name: "takes at a new step what the admin assumes",
      given: {
        draft: withFinance("cat"),
        past: played("200", "approve"),
        trail: people(["cat"]),
        assumptions: { finance: { result: "reject", workingMinutes: 60 } },
      },
      expected: { was: "won", now: "lost", approvals: 1, saw: {} },
    },
    {
      name: "leaves out a step that is gone, with what was decided there",
      given: { draft: withoutAsking, past: played("200", "reject") },
      expected: { was: "lost", now: "won", approvals: -1, saw: {} },
    },
    {
      name: "names the question that nobody can answer as of then",
      given: { draft: guarded, past: played("200", "approve") },
      expected: { caseId: "c1", unknown: '{"fact":"field","path":"effectiveDiscount"}' },
    },
    {
      name: "answers what the case never looked at by the audit trail",
      given: {
        draft: guarded,
        past: played("200", "approve"),
        trail: (fact) => (fact.fact === "field" && fact.path === "effectiveDiscount" ? "0.05" : undefined),
      },
      expected: { was: "won", now: "won", approvals: -1, saw: { effectiveDiscount: "0.05" } },
    },
    {
      name: "names the people whom nobody knows as of then",
      given: { draft: withFinance("cat"), past: played("200", "approve") },
      expected: {
        caseId: "c1",
        unknown: '{"fact":"people","rules":[{"by":"role","role":"cat"}],"previous":["ann"],"picked":[]}',
      },
    },
  ] satisfies readonly { name: string; given: Tried; expected: unknown }[])("$name", ({ given, expected }) => {
    expect(told(given)).toEqual(expected);
  });

  it("lets a later verdict take as long as it took, after the one that is new before it", () => {
    const before: ProcessDraft = {
      stages: { work: { entry: "ask", steps: { ask: approvalOf(["ann"]) } }, won: { final: "won" } },
      wires: [
        ["start", "work"],
        ["ask", "won", "outcome approved"],
      ],
    };
    const after: ProcessDraft = {
      stages: {
        work: { entry: "check", steps: { check: taskOf("bob"), ask: approvalOf(["ann"]) } },
        won: { final: "won" },
      },
      wires: [
        ["start", "work"],
        ["check", "ask"],
        ["ask", "won", "outcome approved"],
      ],
    };
    const past = aCase(aProcess(before));
    past.skipTo("2027-01-01T05:00:00.000Z");
    past.act("ann", "ask", { do: "approve" });

    const compared = tried({
      draft: after,
      past,
      trail: people(["bob"]),
      assumptions: { check: { result: "done", workingMinutes: 120 } },
    });

    expect(isComparable(compared) && compared.now.path.at(-1)).toMatchObject({
      kind: "end",
      at: "2027-01-01T07:00:00.000Z",
    });
    expect(isComparable(compared) && [...compared.drawn]).toEqual([["check", "assumed"]]);
  });

  it("draws from history where a case never came, the same again from the same seed", () => {
    const learning = new Learning(aTrial(planFor(byTotal(100))).clock);
    for (const verdict of ["approve", "reject", "reject"] as const) {
      const past = played("200", verdict);
      const walk = refold(pastOf(past), { planOf: () => past.plan });
      learning.learn(walk ?? { steps: [] });
    }
    const outcomes = Array.from({ length: 60 }, (_, seed) => {
      const past = played("50", null);
      const trial = { ...aTrial(planFor(byTotal(10)), past.plan), seed: String(seed) };
      const known = { ...pastOf(past, people(["ann"])) };
      const compared = [1, 2].map(() => compare(known, { trial, learnt: learning.known }));
      expect(compared[0]).toEqual(compared[1]);
      return compared[0] !== undefined && isComparable(compared[0]) ? compared[0].now.end.outcome : "none";
    });
    expect(new Set(outcomes)).toEqual(new Set(["lost", "won"]));
    expect(outcomes.filter((it) => it === "lost").length).toBeGreaterThan(outcomes.length / 2);
  });

  it("says where a recorded move is refused now", () => {
    const draft = (when: string): ProcessDraft => ({
      kind: "lifeCycle",
      stages: {
        open: {
          moves: {
            win: {
              to: "won",
              trigger: { by: "person", who: [{ by: "initiator" }] },
              guard: { condition: { when }, sentence: { en: "enough", zh: "足够" } },
            },
          },
        },
        won: { final: "won" },
      },
      wires: [["start", "open"]],
    });
    const past = aCase(aProcess(draft("record.total > decimal('1')")), { record: { total: "50" } });
    past.move("ini", "win");

    const compared = tried({ draft: draft("record.total > decimal('50')"), past });

    expect(isComparable(compared) && compared.now.end).toMatchObject({
      isEnded: false,
      outcome: null,
      stage: "open",
      because: [{ code: "GUARD_CLOSED" }],
    });
  });

  it("adds up flips, approvals, cycle times and load", () => {
    const tally = new Tally();
    for (const [total, verdict] of [
      ["200", "reject"],
      ["200", "approve"],
      ["50", null],
    ] as const)
      tally.add(tried({ draft: byTotal(200), past: played(total, verdict) }));
    tally.add(tried({ draft: guarded, past: played("200", "approve") }));

    expect(tally.summary).toEqual({
      cases: 4,
      comparable: 3,
      otherwise: 2,
      flipped: 1,
      more: { cases: 0, approvals: 0 },
      fewer: { cases: 2, approvals: 2 },
      open: 0,
      flips: [{ from: "lost", to: "won", stage: null, count: 1 }],
      approvalsAt: [{ node: "ask", was: 2, now: 0 }],
      cycle: { cases: 3, was: { median: 300, p90: 300 }, now: { median: 0, p90: 0 } },
      load: [{ personId: "ann", weeks: [{ on: "2026-12-28", was: 2, now: 0 }] }],
      drawn: [],
      unknown: [{ why: '{"fact":"field","path":"effectiveDiscount"}', cases: 1 }],
      forbidden: { cases: 0, controls: [] },
    });
  });
});
