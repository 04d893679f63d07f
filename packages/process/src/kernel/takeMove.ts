import { problem, type Problem } from "@sluice/problems";
import type { Move } from "../definition/move.ts";
import type { StageNode } from "../nodes/stage/schema.ts";
import { problemsOfGuard } from "./condition.ts";
import type { Actor, Happening } from "./event.ts";
import { goTo } from "./flow.ts";
import { problemsOfForm, writeForm } from "./form.ts";
import { holderOf } from "./holder.ts";
import { findPeople } from "./people.ts";
import { nodeIn } from "./plan.ts";
import { stageScope, tokensUnder } from "./scopes.ts";
import type { Step } from "./step.ts";

type MoveEvent = Happening & { type: "move" };

const mayMove = (step: Step, move: Move, actor: Actor & { kind: "person" }): boolean => {
  if (move.trigger.by !== "person") return false;
  if (move.trigger.who.length === 0) return step.look([{ fact: "mayEdit", personId: actor.personId }])[0] === true;
  return findPeople(step, move.trigger.who, move.name.en).some((person) => person.personId === actor.personId);
};

/** Whether what a move set going within its stage is still running. */
export const isUnderWay = (step: Step, move: Move): boolean =>
  step.state.scopes.some(
    (scope) => scope.kind === "move" && scope.node === move.id && tokensUnder(step, scope.id).length > 0,
  );

const problemsOfMoveGuard = (step: Step, { id, guard, name }: Move): readonly Problem[] => {
  if (!guard) return [];
  const problems = problemsOfGuard(step, guard, name.en);
  step.sawHold(id, problems.length === 0);
  return problems;
};

const problemsOfMove = (step: Step, move: Move, event: MoveEvent, actor: Actor): readonly Problem[] => {
  if (move.trigger.by !== "person" || actor.kind !== "person") return [problem("MOVE_UNKNOWN", { move: move.name.en })];
  if (!mayMove(step, move, actor)) return [problem("MOVE_NOT_YOURS", { move: move.name.en })];
  const holder = holderOf(step);
  if (holder) return [problem("RECORD_HELD", { move: move.name.en, work: nodeIn(step.plan, holder.node).name.en })];
  if (isUnderWay(step, move)) return [problem("MOVE_UNDER_WAY", { move: move.name.en })];
  return [
    ...(move.reason === "required" && !event.reason?.trim()
      ? [problem("REASON_REQUIRED", { move: move.name.en })]
      : []),
    ...problemsOfForm(step, move.form ?? [], event.form),
    ...problemsOfMoveGuard(step, move),
  ];
};

/** Sends work along a move: out of the stage, or to a step of it in a scope of the move's own, so that it runs once at a time. */
export const travel = (step: Step, stage: StageNode, move: Move): void => {
  step.sawTaken(move.id);
  const target = nodeIn(step.plan, move.to);
  const staysInside = target.kind !== "stage" && target.kind !== "start" && target.stage === stage.id;
  if (!staysInside) return goTo(step, move.to, stageScope(step).id, null);
  const scope = step.addScope({ parent: stageScope(step).id, kind: "move", node: move.id });
  step.arrivals.push({ node: target.id, scope: scope.id, via: null });
};

/** Takes a person's move, or gives the step up with every reason against it at once. */
export const takeMove = (step: Step, event: MoveEvent, actor: Actor): void => {
  const found = step.plan.moves.get(event.move);
  if (!found) return step.stop("MOVE_UNKNOWN", { move: event.move });
  const { stage, move } = found;
  if (stage.id !== step.state.stage) return step.stop("EVENT_NOT_APPLICABLE", { move: move.name.en });
  const problems = problemsOfMove(step, move, event, actor);
  if (problems.length > 0) step.refuse(problems);
  writeForm(step, event.form);
  const by = actor.kind === "person" ? [actor.personId] : [];
  step.note({ node: stage.id, by, result: move.id });
  travel(step, stage, move);
};
