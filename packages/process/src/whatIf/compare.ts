import { problem, type Problem, type ProblemCode } from "@sluice/problems";
import { factOf, type FactKey } from "../kernel/fact.ts";
import type { Json } from "../kernel/json.ts";
import type { DrawnFrom } from "./draw.ts";
import type { Learnt } from "./learnt.ts";
import type { PastCase, Trial } from "./pastCase.ts";
import { pathOf, signOf, type PathEntry } from "./path.ts";
import { refold, type Walk, type WalkedStep } from "./refold.ts";
import { replay } from "./replay.ts";

/** How a case ends, or where it stands for ever, and what stands against the next recorded act then. */
export interface CaseEnd {
  readonly isEnded: boolean;
  readonly outcome: string | null;
  readonly stage: string | null;
  /** What was refused there, and the incidents that are open. */
  readonly because: readonly Problem[];
}

/** One way of a case, with what is counted of it. */
export interface ComparedWay {
  readonly end: CaseEnd;
  readonly approvals: number;
  /** From its beginning to its end in milliseconds of work; null while it is open. */
  readonly workedMs: number | null;
  readonly path: readonly PathEntry[];
}

/** A closed case beside what would have come of it. */
export interface Compared {
  readonly caseId: string;
  readonly was: ComparedWay;
  readonly now: ComparedWay;
  readonly isFlipped: boolean;
  readonly goesOtherwise: boolean;
  /** The place in both paths from which they differ; null where they are alike. */
  readonly partsAt: number | null;
  /** The fields that the step looked at by which the new way parts. */
  readonly saw: Readonly<Record<string, Json>>;
  readonly drawn: ReadonlyMap<string, DrawnFrom>;
  /** The control points, by id, that the door would have held against what is done on the new way. */
  readonly forbidden: readonly string[];
}

/** Why a case cannot be compared: a question that nobody can answer as of then, or a log that does not tell. */
export type Incomparable = { readonly caseId: string } & (
  | { readonly unknown: FactKey }
  | { readonly log: "unreadable" | "forbidden" }
);

export const isComparable = (it: Compared | Incomparable): it is Compared => "was" in it;

const APPROVALS: ReadonlySet<string | null> = new Set(["approve", "reject", "sendBack"]);

/** Whether an entry is a person's verdict on an approval. */
export const isApproval = ({ kind, result, by }: PathEntry): boolean =>
  kind === "verdict" && APPROVALS.has(result) && by !== null && !by.startsWith("system:");

const wayOf = (walk: Walk, clock: Trial["clock"], refusals: readonly Problem[]): ComparedWay => {
  const { state, steps } = walk;
  const path = pathOf(walk);
  const isEnded = state.status === "ended";
  const incidents = state.incidents.map(({ code, values }) =>
    problem(code as ProblemCode, values as Problem["values"]),
  );
  const because = isEnded ? [] : [...refusals, ...incidents];
  return {
    end: { isEnded, outcome: state.outcome, stage: state.stage, because },
    approvals: path.filter(isApproval).length,
    workedMs: isEnded ? clock.worked(state.openedAt, steps.at(-1)?.event.at ?? state.openedAt) : null,
    path,
  };
};

const countOf = (path: readonly PathEntry[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const entry of path) counts.set(signOf(entry), (counts.get(signOf(entry)) ?? 0) + 1);
  return counts;
};

/** Whether two ways hold the same, in whatever order work beside each other was done. */
const isAlike = (one: readonly PathEntry[], other: readonly PathEntry[]): boolean => {
  if (one.length !== other.length) return false;
  const counts = countOf(other);
  return [...countOf(one)].every(([sign, count]) => counts.get(sign) === count);
};

const partingOf = (was: readonly PathEntry[], now: readonly PathEntry[]): number => {
  const place = now.findIndex((entry, index) => {
    const other = was[index];
    return other === undefined || signOf(entry) !== signOf(other);
  });
  return place === -1 ? now.length : place;
};

/** The step that an entry of the path was written by. */
const stepAt = (steps: readonly WalkedStep[], place: number): WalkedStep | undefined => {
  let left = place;
  for (const step of steps) {
    left -= pathOf({ steps: [step] }).length;
    if (left < 0) return step;
  }
  return steps.at(-1);
};

const fieldsSeen = (step: WalkedStep | undefined): Readonly<Record<string, Json>> =>
  Object.fromEntries(
    Object.entries(step?.answer.used ?? {}).flatMap(([key, value]) => {
      const fact = factOf(key);
      return fact.fact === "field" ? [[fact.path, value]] : [];
    }),
  );

/** Holds a closed case, as it went, against what would have come of it on the plan that is tried. Pure. */
export const compare = (
  past: PastCase,
  against: { readonly trial: Trial; readonly learnt: Learnt },
): Compared | Incomparable => {
  const { caseId } = past;
  if (past.events.some(({ happening }) => happening.type === "forbidden")) return { caseId, log: "forbidden" };
  const walk = refold(past, against.trial);
  if (walk === null) return { caseId, log: "unreadable" };
  const replayed = replay(past, walk, against);
  if ("unknown" in replayed) return { caseId, unknown: replayed.unknown };
  const { clock } = against.trial;
  const was = wayOf(walk, clock, []);
  const now = wayOf(replayed.walk, clock, replayed.refusals);
  const goesOtherwise = !isAlike(was.path, now.path);
  const partsAt = goesOtherwise ? partingOf(was.path, now.path) : null;
  return {
    caseId,
    was,
    now,
    isFlipped: was.end.isEnded !== now.end.isEnded || was.end.outcome !== now.end.outcome,
    goesOtherwise,
    partsAt,
    saw: partsAt === null ? {} : fieldsSeen(stepAt(replayed.walk.steps, partsAt)),
    drawn: replayed.drawn,
    forbidden: replayed.forbidden,
  };
};
