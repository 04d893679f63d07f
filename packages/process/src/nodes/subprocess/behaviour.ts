import type { NodeBehaviour } from "../../kernel/behaviour.ts";
import { runExpression } from "../../kernel/evaluate.ts";
import { leave } from "../../kernel/flow.ts";
import type { Json } from "../../kernel/json.ts";
import type { Token } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";
import type { SubprocessNode } from "./schema.ts";

/** A list may hold this many items. */
const LIST_LIMIT = 500;

/** What a sub-process step keeps while its children run: what is left of the frozen list and each child's outcome, in the list's order. */
interface ListRun {
  readonly version: number;
  /** The items not opened yet, in their order. */
  readonly left: readonly Json[];
  readonly outcomes: readonly (string | null)[];
  readonly opened: number;
}

const itemsOf = (step: Step, node: SubprocessNode): readonly Json[] => {
  if (!node.each) return [null];
  const value = runExpression(step, node.each, node.name.en);
  if (!Array.isArray(value)) return step.stop("GUARD_BROKEN", { guard: node.name.en, reason: "it is not a list" });
  const items: readonly Json[] = value;
  return items.length > LIST_LIMIT ? step.stop("LIST_TOO_LONG", { limit: LIST_LIMIT }) : items;
};

const openChild = (step: Step, node: SubprocessNode, token: Token, run: ListRun, item: Json, index: number): void => {
  const key = step.newKey();
  step.writes.push({ write: "openChild", key, process: node.process, version: run.version, item, index });
  if (node.wait) step.addWait({ id: key, token: token.id, node: node.id, slot: "", kind: "child", index });
};

const openNext = (step: Step, node: SubprocessNode, token: Token, run: ListRun): ListRun => {
  const next = node.run === "parallel" || !node.wait ? run.left : run.left.slice(0, 1);
  for (const [offset, item] of next.entries()) openChild(step, node, token, run, item, run.opened + offset);
  return { ...run, left: run.left.slice(next.length), opened: run.opened + next.length };
};

const finish = (step: Step, node: SubprocessNode, token: Token, run: ListRun): void => {
  if (node.outcomesTo) step.setVariable(node.outcomesTo, node.each ? run.outcomes : (run.outcomes[0] ?? null));
  const [only] = run.outcomes;
  leave(step, token, !node.each && only ? { by: "outcome", outcome: only } : { by: "next" });
};

/** Opens a case of another process for each item, together or one after another, and goes on when all have ended. */
export const subprocess: NodeBehaviour<"subprocess"> = {
  enter: (step, node, token) => {
    const [found] = step.look([{ fact: "process", process: node.process, version: node.version }]);
    if (found === null) return step.stop("PROCESS_MISSING", { process: node.process });
    const { version } = found as { readonly version: number };
    const items = itemsOf(step, node);
    const run = openNext(step, node, token, { version, left: items, outcomes: items.map(() => null), opened: 0 });
    if (!node.wait || items.length === 0) return finish(step, node, token, run);
    step.keep(token, run as unknown as Json);
  },
  arrive: (step, node, token, wait, arrived) => {
    if (arrived.kind !== "childEnded" || wait.kind !== "child") return;
    step.removeWait(wait.id);
    const before = token.data as unknown as ListRun;
    const outcomes = before.outcomes.map((outcome, index) => (index === wait.index ? arrived.outcome : outcome));
    const run = openNext(step, node, token, { ...before, outcomes });
    const kept = step.keep(token, run as unknown as Json);
    const waiting = step.state.waits.some((it) => it.token === token.id && it.kind === "child");
    if (!waiting) finish(step, node, kept, run);
  },
};
