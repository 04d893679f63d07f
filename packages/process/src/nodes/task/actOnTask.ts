import { problem, type Problem } from "@sluice/problems";
import type { Actor, TaskEvent } from "../../kernel/event.ts";
import { leave } from "../../kernel/flow.ts";
import { problemsOfForm, writeForm } from "../../kernel/form.ts";
import type { Json } from "../../kernel/json.ts";
import { nodeIn } from "../../kernel/plan.ts";
import type { Wait } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";
import { actOnApproval } from "../approval/actOnApproval.ts";
import { actBeside } from "../work/asides.ts";
import { whoActsFor } from "../work/whoActsFor.ts";
import { assertItsTurn, takesTurns } from "./oneAtATime.ts";
import type { TaskNode } from "./schema.ts";

type TaskWait = Wait & { kind: "task" };

const problemsOfCompleting = (step: Step, node: TaskNode, event: TaskEvent, outcome: string): readonly Problem[] => {
  const known = node.outcomes.length === 0 || node.outcomes.some((it) => it.key === outcome);
  return [
    ...(known ? [] : [problem("OUTCOME_UNKNOWN_FOR_TASK", { outcome })]),
    ...(node.comment === "required" && !event.comment?.trim() ? [problem("COMMENT_REQUIRED")] : []),
    ...problemsOfForm(step, node.form ?? [], event.form),
  ];
};

const complete = (step: Step, node: TaskNode, wait: TaskWait, event: TaskEvent, by: string, outcome: string): void => {
  assertItsTurn(step, wait);
  const problems = problemsOfCompleting(step, node, event, outcome);
  if (problems.length > 0) step.refuse(problems);
  writeForm(step, event.form);
  step.removeWait(wait.id);
  step.writes.push({ write: "closeTask", task: wait.id, reason: "done", outcome });
  step.writes.push({
    write: "decision",
    task: wait.id,
    node: node.id,
    verdict: outcome,
    by,
    onBehalfOf: null,
    comment: event.comment,
    attachments: event.attachments,
    signature: event.signature,
    round: 0,
  });
  step.note({ node: node.id, scope: step.tokenOf(wait).scope, by: [by], asked: wait.people, result: outcome });
  leave(step, step.tokenOf(wait), { by: "outcome", outcome });
};

const offeredTo = (step: Step, wait: TaskWait): readonly string[] => {
  const { data } = step.tokenOf(wait);
  return data !== null && typeof data === "object" && "offeredTo" in data
    ? (data.offeredTo as readonly string[])
    : wait.people;
};

const reassign = (step: Step, wait: TaskWait, people: readonly string[]): void => {
  step.replaceWait({ ...wait, people });
  step.writes.push({ write: "assignTask", task: wait.id, people });
};

/** Gives a task to somebody else, or to whoever stands in for them. */
export const giveTask = (step: Step, wait: TaskWait, to: string): void => {
  const found = whoActsFor(step, to) ?? step.stop("PERSON_INACTIVE", { name: to });
  reassign(step, wait, [found.personId]);
};

/** Notes whether somebody has begun to work on it. */
const keepStarted = (step: Step, wait: TaskWait, started: boolean): void => {
  const token = step.tokenOf(wait);
  const { started: _before, ...kept } = (token.data ?? {}) as { readonly [name: string]: Json };
  step.keep(token, { ...kept, offeredTo: offeredTo(step, wait), ...(started ? { started } : {}) });
};

const act = (step: Step, node: TaskNode, wait: TaskWait, event: TaskEvent, by: string): void => {
  switch (event.act.do) {
    case "complete":
      return complete(step, node, wait, event, by, event.act.outcome);
    case "claim":
      assertItsTurn(step, wait);
      keepStarted(step, wait, true);
      return reassign(step, wait, [by]);
    case "release":
      if (takesTurns(step, wait)) return step.stop("VERB_NOT_AVAILABLE", { verb: event.act.do });
      keepStarted(step, wait, false);
      return reassign(step, wait, offeredTo(step, wait));
    case "transfer":
      return giveTask(step, wait, event.act.to);
    default:
      return step.stop("VERB_NOT_AVAILABLE", { verb: event.act.do });
  }
};

/** Does what a person asks with a task or an approval, or gives the step up with every reason against it. */
export const actOnTask = (step: Step, event: TaskEvent, actor: Actor): void => {
  const wait = step.state.waits.find((it): it is TaskWait => it.kind === "task" && it.id === event.task);
  if (!wait) return step.stop("TASK_CLOSED");
  if (actor.kind !== "person") return step.stop("TASK_NOT_YOURS");
  const node = nodeIn(step.plan, wait.node);
  if (node.kind === "approval") return actOnApproval(step, node, wait, event, actor);
  if (node.kind !== "task") throw new Error(`the task ${wait.id} stands at the ${node.kind} ${node.id}`);
  const by = actor.personId;
  const concerned = [...new Set([...wait.people, ...offeredTo(step, wait)])];
  if (actBeside({ step, node, wait, event, by, concerned, open: wait.people, round: 0 })) return;
  if (!wait.people.includes(by)) return step.stop("TASK_NOT_YOURS");
  act(step, node, wait, event, by);
};
