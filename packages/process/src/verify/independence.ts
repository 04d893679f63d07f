import type { Node } from "../definition/node.ts";
import type { Plan } from "../kernel/plan.ts";
import type { CaseState } from "../kernel/state.ts";
import type { Possible } from "./happenings.ts";

/** Whether what happens at this step can be felt outside of its own path: then its order among other paths may matter. */
const isFelt = (node: Node, isNamed: (id: string) => boolean): boolean => {
  if (isNamed(node.id)) return true;
  switch (node.kind) {
    case "task":
      return (node.form ?? []).some(({ access }) => access === "edit" || access === "required");
    case "approval":
      return (
        node.lockRecord ||
        node.holdsRecord ||
        node.dedup !== "none" ||
        node.sendBack !== undefined ||
        (node.form ?? []).some(({ access }) => access === "edit" || access === "required")
      );
    case "guard":
      return node.mode === "hold" || node.holdsRecord;
    case "action":
    case "race":
    case "end":
    case "assign":
    case "subprocess":
    case "branch":
      return true;
    case "join":
      return node.wait.for !== "all";
    case "parallel":
      return node.run === "oneAtATime";
    default:
      return false;
  }
};

/** Whether what happens at this step can end the paths beside it: then they cannot wait until later. */
const endsOthers = (node: Node): boolean =>
  (node.kind === "end" && node.mode !== "normal") ||
  (node.kind === "join" && node.wait.for !== "all") ||
  (node.kind === "approval" && node.sendBack !== undefined);

/** A path's way from a step to where it is brought together with others. */
interface Way {
  readonly steps: ReadonlySet<string>;
  readonly isFelt: boolean;
  readonly endsOthers: boolean;
}

/** Finds, for each step, the way from it up to the joins of its stage; `isNamed` are the steps that a control point speaks of. */
const waysOf = (plan: Plan, isNamed: (id: string) => boolean): ((from: string) => Way) => {
  const known = new Map<string, Way>();
  const find = (from: string): Way => {
    const steps = new Set<string>();
    let [felt, ends] = [false, false];
    const open = [from];
    const stageOf = (id: string): string | null => {
      const node = plan.nodes.get(id);
      return node && "stage" in node ? node.stage : null;
    };
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const node = plan.nodes.get(at);
      if (!node || steps.has(at)) continue;
      felt ||= isFelt(node, isNamed);
      ends ||= endsOthers(node);
      if (node.kind === "join" && at !== from) continue;
      steps.add(at);
      for (const edge of plan.out.get(at) ?? []) {
        if (stageOf(edge.to) === stageOf(from)) open.push(edge.to);
        else [felt, ends] = [true, true];
      }
    }
    return { steps, isFelt: felt, endsOthers: ends };
  };
  return (from) => {
    const way = known.get(from) ?? find(from);
    known.set(from, way);
    return way;
  };
};

/**
 * Picks, where several paths run beside each other, one whose next happenings nobody else can feel or be felt by: the others may
 * as well happen later. What concerns the stage as a whole always stays possible. Null when no path is alone like that.
 *
 * This is the partial-order reduction: an ample set of one path's happenings (Clarke, Grumberg and Peled, Model Checking, ch. 10).
 */
export const onePath = (
  plan: Plan,
  isNamed: (id: string) => boolean,
): ((state: CaseState, possible: readonly Possible[]) => readonly Possible[] | null) => {
  const wayFrom = waysOf(plan, isNamed);
  return (state, possible) => {
    const underWay = state.tokens.filter((token) => plan.nodes.get(token.node)?.kind !== "join");
    if (state.tokens.length < 2 || underWay.some((token) => wayFrom(token.node).endsOthers)) return null;
    const alone = underWay.find((token) => {
      if (!possible.some((it) => it.token === token.id)) return false;
      const mine = wayFrom(token.node);
      if (mine.isFelt) return false;
      return underWay.every(
        (other) => other.id === token.id || ![...wayFrom(other.node).steps].some((id) => mine.steps.has(id)),
      );
    });
    return alone ? possible.filter((it) => it.token === null || it.token === alone.id) : null;
  };
};
