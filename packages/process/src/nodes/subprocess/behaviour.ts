import { machineReason, problem } from "@sluice/problems";
import type { NodeBehaviour } from "../../kernel/behaviour.ts";
import { runExpression } from "../../kernel/evaluate.ts";
import type { Fact } from "../../kernel/fact.ts";
import { leave } from "../../kernel/flow.ts";
import type { Foreseen } from "../../kernel/foreseen.ts";
import type { Json } from "../../kernel/json.ts";
import { overcome } from "../../kernel/reaction.ts";
import type { Token } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";
import type { SubprocessNode } from "./schema.ts";

/** A list may hold this many items. */
const LIST_LIMIT = 500;

/** The outcome of a child that came to an end of mode `error`. */
const FAILED = "error";

/** What a sub-process step keeps while its children run: what is left of the frozen list and each child's outcome, in the list's order. */
interface ListRun {
  readonly version: number;
  /** The items not opened yet, in their order. */
  readonly left: readonly Json[];
  readonly outcomes: readonly (string | null)[];
  readonly opened: number;
  /** What was wanted back of the children that have ended, by their place in the list. */
  readonly brought?: { readonly [index: string]: { readonly [key: string]: Json } };
}

const askedAs = ({ process, version }: Foreseen["processes"][number]): Fact => ({ fact: "process", process, version });

const itemsOf = (step: Step, node: SubprocessNode): readonly Json[] => {
  if (!node.each) return [null];
  const value = runExpression(step, node.each, node.name.en);
  if (!Array.isArray(value))
    return step.stop("GUARD_BROKEN", { guard: node.name.en, reason: machineReason("notList") });
  const items: readonly Json[] = value;
  return items.length > LIST_LIMIT ? step.stop("LIST_TOO_LONG", { limit: LIST_LIMIT }) : items;
};

const waitFor = (step: Step, node: SubprocessNode, token: Token) => ({
  id: step.newKey(),
  token: token.id,
  node: node.id,
});

/** What a child begins with: the variables handed over that are set. */
const handedTo = ({ state }: Step, { handOver }: SubprocessNode): { readonly [key: string]: Json } =>
  Object.fromEntries(
    Object.entries(handOver).flatMap(([there, here]) =>
      Object.hasOwn(state.variables, here) ? [[there, state.variables[here] as Json] as const] : [],
    ),
  );

/** Sets here what the children brought back. */
const takeBack = (step: Step, node: SubprocessNode, { outcomes, brought = {} }: ListRun): void => {
  for (const [here, there] of Object.entries(node.bringBack)) {
    const each = outcomes.map((_outcome, index) => brought[index]?.[there]);
    if (node.each)
      step.setVariable(
        here,
        each.map((value) => value ?? null),
      );
    else if (each[0] !== undefined) step.setVariable(here, each[0]);
  }
};

const openChild = (step: Step, node: SubprocessNode, token: Token, run: ListRun, item: Json, index: number): void => {
  const wait = waitFor(step, node, token);
  const handOver = handedTo(step, node);
  const wanted = node.wait ? [...new Set(Object.values(node.bringBack))] : [];
  step.writes.push({
    write: "openChild",
    key: wait.id,
    process: node.process,
    version: run.version,
    item,
    index,
    ...(Object.keys(handOver).length > 0 && { handOver }),
    ...(wanted.length > 0 && { wanted }),
  });
  if (!node.wait) return;
  step.addWait({ ...wait, slot: "", kind: "child", index });
  if (step.state.status === "suspended") step.writes.push({ write: "tellChildren", keys: [wait.id], act: "suspend" });
};

/** One more item, for as long as others still run. */
const withOneMore = (step: Step, run: ListRun, item: Json): ListRun =>
  run.outcomes.length >= LIST_LIMIT
    ? step.stop("LIST_TOO_LONG", { limit: LIST_LIMIT })
    : { ...run, left: [...run.left, item], outcomes: [...run.outcomes, null] };

const openNext = (step: Step, node: SubprocessNode, token: Token, run: ListRun): ListRun => {
  const next = node.run === "parallel" || !node.wait ? run.left : run.left.slice(0, 1);
  for (const [offset, item] of next.entries()) openChild(step, node, token, run, item, run.opened + offset);
  return { ...run, left: run.left.slice(next.length), opened: run.opened + next.length };
};

const finish = (step: Step, node: SubprocessNode, token: Token, run: ListRun): void => {
  if (node.outcomesTo) step.setVariable(node.outcomesTo, node.each ? run.outcomes : (run.outcomes[0] ?? null));
  if (node.wait) takeBack(step, node, run);
  const [only] = run.outcomes;
  if (run.outcomes.includes(FAILED) && overcome(step, token, problem("CHILD_FAILED", { node: node.name.en }))) return;
  leave(step, token, !node.each && only ? { by: "outcome", outcome: only } : { by: "next" });
};

/**
 * Opens a case of another process for each item, together or one after another, and goes on when all have ended: where
 * a child has failed, as the step says of what goes wrong in it.
 */
export const subprocess: NodeBehaviour<"subprocess"> = {
  enter: (step, node, token) => {
    const [found] = step.look([askedAs(node)], () =>
      step.onceSeveral("process", () => step.plan.foreseen.processes.map(askedAs)),
    );
    if (found === null) return step.stop("PROCESS_MISSING", { process: node.process });
    const { version } = found as { readonly version: number };
    const items = itemsOf(step, node);
    const run = openNext(step, node, token, { version, left: items, outcomes: items.map(() => null), opened: 0 });
    if (!node.wait || items.length === 0) return finish(step, node, token, run);
    step.keep(token, run as unknown as Json);
    const { more } = node;
    if (more !== undefined)
      step.addWait({ ...waitFor(step, node, token), slot: "more", kind: "message", message: more, key: null });
  },
  arrive: (step, node, token, wait, arrived) => {
    const before = token.data as unknown as ListRun;
    if (arrived.kind === "message") {
      const more = withOneMore(step, before, arrived.payload);
      const run = node.run === "parallel" ? openNext(step, node, token, more) : more;
      step.keep(token, run as unknown as Json);
      return;
    }
    if (arrived.kind !== "childEnded" || wait.kind !== "child") return;
    step.removeWait(wait.id);
    const outcomes = before.outcomes.map((outcome, index) => (index === wait.index ? arrived.outcome : outcome));
    const brought =
      Object.keys(arrived.brings).length === 0 ? before.brought : { ...before.brought, [wait.index]: arrived.brings };
    const run = openNext(step, node, token, { ...before, outcomes, ...(brought && { brought }) });
    const kept = step.keep(token, run as unknown as Json);
    const waiting = step.state.waits.some((it) => it.token === token.id && it.kind === "child");
    if (!waiting) finish(step, node, kept, run);
  },
};
