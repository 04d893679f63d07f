import type { Plan } from "../kernel/plan.ts";
import { ENTERED, type CaseState, type TrailEntry } from "../kernel/state.ts";

type Approval = Extract<Plan["definition"]["nodes"][number], { readonly kind: "approval" }>;

/** Which steps an approval looks back for: the first approval where work is run again, any where it is sent there. */
const backFrom = (plan: Plan, { id, sendBack }: Approval): readonly string[] => {
  if (sendBack === undefined) return [];
  const isAny = sendBack.to === "previous" || sendBack.to === "visited";
  return plan.definition.nodes
    .filter(({ kind }) => kind === "approval" || (isAny && kind !== "stage"))
    .filter(() => isAny || sendBack.then === "rerun")
    .map((node) => node.id)
    .filter((from) => from !== id && plan.reaches(from, id));
};

/** What it is to whoever looks only for where work was done: who did it, and what came of it, is all the same. */
const placeOnly = ({ node, scope, at }: TrailEntry): TrailEntry => ({
  node,
  scope,
  at,
  round: 1,
  by: [],
  asked: [],
  result: null,
  watched: {},
});

/** The places since the stage was entered that work can still go back to, in their order: the first and the last time of each. */
const places = ({ trail, scopes }: CaseState, back: ReadonlySet<string>): readonly TrailEntry[] => {
  const alive = new Set(scopes.map(({ id }) => id));
  const since = trail
    .slice(trail.findLastIndex(({ result }) => result === ENTERED) + 1)
    .filter(({ node, scope }) => back.has(node) && scope !== null && alive.has(scope));
  const isSame = (one: TrailEntry) => (other: TrailEntry | undefined) =>
    one.node === other?.node && one.scope === other.scope;
  return since
    .filter((entry, index) => since.findIndex(isSame(entry)) === index || since.findLastIndex(isSame(entry)) === index)
    .filter((entry, index, ends) => !isSame(entry)(ends[index - 1]))
    .map(placeOnly);
};

/** The last of each step and result that whoever was asked or has agreed before is told by, in their order. */
const verdicts = (
  { trail }: CaseState,
  { forAgreement, forWaysBack }: { readonly forAgreement: boolean; readonly forWaysBack: boolean },
): readonly TrailEntry[] => {
  const entered = trail.findLastIndex(({ result }) => result === ENTERED);
  const isNeeded = (entry: TrailEntry, index: number): boolean => {
    if (index === entered) return forWaysBack;
    if (entry.result === "sentBack" && index < entered) return true;
    if (entry.result === "approved" && forAgreement) return true;
    return forWaysBack && index > entered && entry.scope !== null;
  };
  const isLast = (entry: TrailEntry, index: number): boolean =>
    trail.findLastIndex((other) => other.node === entry.node && other.result === entry.result) === index;
  return trail
    .filter((entry, index) => isNeeded(entry, index) && isLast(entry, index))
    .map((entry) => ({ ...entry, round: 1 }));
};

/**
 * The part of a case's trail that a later step of its plan can still look back at: where work can be sent back to, whom an
 * approval asked last, and who has agreed before. Two trails that come to the same part go on alike.
 */
export const lookedBackAt = (plan: Plan): ((state: CaseState) => readonly TrailEntry[]) => {
  const approvals = plan.definition.nodes.filter((node) => node.kind === "approval");
  const forLastRound = approvals.some(({ sendBack }) => sendBack?.people === "sameAsLastRound");
  const forAgreement = approvals.some(({ dedup }) => dedup !== "none");
  const forWaysBack = approvals.some(({ sendBack }) => sendBack !== undefined);
  if (forLastRound || forAgreement) return (state) => verdicts(state, { forAgreement, forWaysBack });
  const back = new Set(approvals.flatMap((node) => backFrom(plan, node)));
  return (state) => (back.size === 0 ? [] : places(state, back));
};
