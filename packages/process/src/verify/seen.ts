import type { Act, Point } from "../definition/control.ts";
import type { Advanced } from "../kernel/answer.ts";
import type { Happening } from "../kernel/event.ts";
import { factOf } from "../kernel/fact.ts";
import type { Json } from "../kernel/json.ts";
import { nodeIn, type Plan } from "../kernel/plan.ts";
import { ENTERED, type CaseState } from "../kernel/state.ts";

/** Something that a step did which a control point may speak of, and by whom. */
export interface Seen {
  readonly milestone?: string;
  readonly stage?: string;
  readonly step?: string;
  readonly outcome?: string | null;
  readonly by: readonly string[];
}

/** The milestones of other records that are known to be reached where a rule of the domain holds, by rule. */
export type Vouched = Readonly<Record<string, readonly string[]>>;

/** Whether a point is what was seen. */
export const isPoint = (point: Point, seen: Seen): boolean => {
  switch (point.at) {
    case "milestone":
      return seen.milestone === point.milestone;
    case "stage":
      return seen.stage === point.stage;
    case "step":
      return seen.step === point.step && (point.outcome === undefined || point.outcome === seen.outcome);
  }
};

/** Whether somebody's act is what was seen; that the case was begun is seen by nobody, it stands from the first. */
export const isAct = (act: Act, seen: Seen): boolean => act.at !== "initiator" && isPoint(act, seen);

/** Whether a rule of the domain was found to hold. */
const ruleHeld = (answer: Json): boolean => Array.isArray(answer) && answer.length === 0;

const ofRules = ({ used }: Pick<Advanced, "used">, vouched: Vouched): readonly Seen[] =>
  Object.entries(used).flatMap(([key, answer]) => {
    const fact = factOf(key);
    return fact.fact === "rule" && ruleHeld(answer)
      ? (vouched[fact.rule] ?? []).map((milestone) => ({ milestone, by: [] }))
      : [];
  });

/** People's work that ended in a step: what came before the first stage that it entered, then before the second, and so on. */
const workByStage = (plan: Plan, before: CaseState, after: CaseState): readonly (readonly Seen[])[] => {
  const known = new Set(before.trail);
  const work: Seen[][] = [[]];
  for (const entry of after.trail.filter((it) => !known.has(it))) {
    const node = plan.nodes.get(entry.node);
    if (node === undefined) continue; // the case was migrated since
    if (node.kind !== "stage") work.at(-1)?.push({ step: node.id, outcome: entry.result, by: entry.by });
    else if (entry.result === ENTERED) work.push([]);
  }
  return work;
};

type Opened = Extract<Advanced["writes"][number], { readonly write: "openStay" }>;

/** Steps that no person does: seen when the machine has come to them, an outer effect when it is done; never where it went past one that it could not take. */
const isPassed = (plan: Plan, writes: Advanced["writes"], { node, token }: Opened): boolean => {
  const { kind } = nodeIn(plan, node);
  const isOvercome = writes.some((write) => write.write === "overcomeIncident" && write.token === token);
  return kind !== "task" && kind !== "approval" && !isOvercome && !(kind === "action" && waitsFor(writes, node));
};

const waitsFor = (writes: Advanced["writes"], node: string): boolean => {
  const open = writes.flatMap((write) => (write.write === "openStay" && write.node === node ? [write.token] : []));
  const closed = new Set(writes.flatMap((write) => (write.write === "closeStay" ? [write.token] : [])));
  return open.some((token) => !closed.has(token));
};

/** All that a step did, in order: what a rule vouches for first, then people's work, and what the machine did after it. */
export const seenIn = (
  plan: Plan,
  before: CaseState,
  answer: Pick<Advanced, "writes" | "state" | "used">,
  { happening, vouched }: { readonly happening: Happening; readonly vouched: Vouched },
): readonly Seen[] => {
  const [first = [], ...later] = workByStage(plan, before, answer.state);
  const effect = happening.type === "effectDone" ? before.waits.find(({ id }) => id === happening.effect) : undefined;
  const done: readonly Seen[] = effect ? [{ step: effect.node, outcome: null, by: [] }] : [];
  const machine = answer.writes.flatMap((write): readonly Seen[] => {
    if (write.write === "openStay")
      return isPassed(plan, answer.writes, write) ? [{ step: write.node, outcome: null, by: [] }] : [];
    if (write.write !== "enterStage") return [];
    const entered = { stage: write.stage, by: [], ...(write.milestone === null ? {} : { milestone: write.milestone }) };
    return [entered, ...(later.shift() ?? [])];
  });
  return [...ofRules(answer, vouched), ...done, ...first, ...machine];
};
