import { blocks } from "../../blocks/index.ts";
import type { Node } from "../../definition/node.ts";
import type { Plan } from "../../kernel/plan.ts";
import type { CaseState } from "../../kernel/state.ts";
import type { Translation } from "./translation.ts";

/** Where a case can come to by going on: by wires and moves, never back to a stage before the one it is in. */
const aheadOf = (plan: Plan, state: CaseState, anew: ReadonlySet<string>): ReadonlySet<string> => {
  const stageOf = (id: string): Node | undefined => {
    const node = plan.nodes.get(id);
    return node !== undefined && "stage" in node ? plan.nodes.get(node.stage) : node;
  };
  const orderOf = (id: string): number => {
    const stage = stageOf(id);
    return stage?.kind === "stage" ? stage.order : 0;
  };
  const order = state.stage === null ? 0 : orderOf(state.stage);
  const ahead = new Set<string>();
  const open: string[] = [];
  const come = (id: string): void => {
    if (ahead.has(id) || orderOf(id) < order) return;
    ahead.add(id);
    open.push(id);
  };
  const onward = (id: string): void => {
    for (const { to } of plan.out.get(id) ?? []) come(to);
    const node = plan.nodes.get(id);
    if (node?.kind === "stage" && node.entry !== undefined) come(node.entry);
  };
  const moved = (stage: Node | undefined): void => {
    if (stage?.kind === "stage") for (const { to } of stage.moves) come(to);
  };
  for (const { id, node } of state.tokens) {
    if (anew.has(id)) come(node);
    onward(node);
  }
  if (state.firstStep) come(state.firstStep.node);
  if (state.stage !== null) moved(plan.nodes.get(state.stage));
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    onward(at);
    moved(stageOf(at));
  }
  return ahead;
};

const blockOf = (plan: Plan, id: string): string | null => {
  const node = plan.nodes.get(id);
  return node?.kind === "action" && blocks[node.block]?.place !== "inner" ? node.block : null;
};

interface Before {
  readonly state: CaseState;
  /** The steps whose outer effect was done, in the words of the old version. */
  readonly done: readonly string[];
}

/**
 * The steps at which a case would do again what it has done: the step of an effect that lay behind it and now lies ahead, or,
 * where that step is gone, a new one with the same block.
 */
export const repeatsIn = (
  by: Translation,
  before: Before,
  { state, anew }: { readonly state: CaseState; readonly anew: ReadonlySet<string> },
): readonly string[] => {
  const wasAhead = aheadOf(by.from, before.state, new Set());
  const isAhead = aheadOf(by.to, state, anew);
  const images = new Set([...by.from.nodes.keys()].map(by.node));
  const fresh = [...by.to.nodes.keys()].filter((id) => !images.has(id) && isAhead.has(id));
  const inFlight = before.state.waits.filter(({ kind, token }) => kind === "effect" && anew.has(token ?? ""));
  const again = (old: string): readonly string[] => {
    const now = by.node(old);
    const block = blockOf(by.from, old);
    if (now !== null && blockOf(by.to, now) === block) return isAhead.has(now) && !wasAhead.has(old) ? [now] : [];
    return by.isGivenUp(old) ? [] : fresh.filter((id) => blockOf(by.to, id) === block);
  };
  const effects = [
    ...before.done,
    ...before.state.compensable.map(({ node }) => node),
    ...inFlight.map(({ node }) => node),
  ];
  return [...new Set([...new Set(effects)].filter((id) => blockOf(by.from, id) !== null).flatMap(again))];
};
