import { problem, type Problem } from "@sluice/problems";
import type { Actor, Happening } from "../../kernel/event.ts";
import { leave } from "../../kernel/flow.ts";
import { problemsOfForm, writeForm } from "../../kernel/form.ts";
import { nodeIn } from "../../kernel/plan.ts";
import type { Wait } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";
import { actOnApproval } from "../approval/actOnApproval.ts";
import { isActive } from "../work/isActive.ts";
import type { TaskNode } from "./schema.ts";

export type TaskEvent = Happening & { type: "task" };
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
    round: 0,
  });
  step.note({ node: node.id, scope: step.tokenOf(wait).scope, by: [by], asked: wait.people, result: outcome });
  leave(step, step.tokenOf(wait), { by: "outcome", outcome });
};

const reassign = (step: Step, wait: TaskWait, people: readonly string[]): void => {
  step.replaceWait({ ...wait, people });
  step.writes.push({ write: "assignTask", task: wait.id, people });
};

const offeredTo = (step: Step, wait: TaskWait): readonly string[] => {
  const { data } = step.tokenOf(wait);
  return data !== null && typeof data === "object" && "offeredTo" in data
    ? (data.offeredTo as readonly string[])
    : wait.people;
};

const act = (step: Step, node: TaskNode, wait: TaskWait, event: TaskEvent, by: string): void => {
  switch (event.act.do) {
    case "complete":
      return complete(step, node, wait, event, by, event.act.outcome);
    case "claim":
      return reassign(step, wait, [by]);
    case "release":
      return reassign(step, wait, offeredTo(step, wait));
    case "transfer":
      if (!isActive(step, event.act.to)) return step.stop("PERSON_INACTIVE", { name: event.act.to });
      return reassign(step, wait, [event.act.to]);
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
  if (!wait.people.includes(actor.personId)) return step.stop("TASK_NOT_YOURS");
  act(step, node, wait, event, actor.personId);
};
