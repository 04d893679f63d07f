import type { FormField } from "../../definition/form.ts";
import type { Sla } from "../../definition/time.ts";
import { isSameJson } from "../../kernel/isSameJson.ts";
import type { Json } from "../../kernel/json.ts";
import { findPeople } from "../../kernel/people.ts";
import type { Token, Wait } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";
import type { ApprovalNode } from "../../nodes/approval/schema.ts";
import type { TaskNode } from "../../nodes/task/schema.ts";
import { countedFrom } from "./alarms.ts";
import type { Times } from "./stood.ts";

type TaskWait = Wait & { readonly kind: "task" };
type Work = TaskNode | ApprovalNode;

/** The open work of a step; a matter that is being revised is no verdict, and stays as it is. */
const openAt = (step: Step, token: Token): readonly TaskWait[] =>
  step.state.waits.filter(
    (wait): wait is TaskWait => wait.kind === "task" && wait.token === token.id && wait.slot !== "revise",
  );

/** What people see of a piece of work, besides when it is due. */
const shownOf = (node: Work): { readonly form: readonly FormField[]; readonly outcomes: TaskNode["outcomes"] } => ({
  form: node.form ?? [],
  outcomes: node.kind === "task" ? node.outcomes : [],
});

/** When the work is due by the new version, or was due before; undefined where that stays as it was set. */
export const dueAfter = (
  step: Step,
  { id, enteredAt: began }: Token,
  { old, now, timers, stood }: Times & { readonly old: Sla | undefined; readonly now: Sla | undefined },
): string | null | undefined => {
  if (stood !== undefined) return stood.dues[id];
  if (!now) return old === undefined ? undefined : null;
  if (timers === "kept" && old !== undefined) return undefined;
  return step.look([{ fact: "dueAt", from: countedFrom(step, { began, timers }), span: now.due }])[0] as string;
};

/** Shows open work as the new version draws it. */
export const redraw = (
  step: Step,
  token: Token,
  { old, now, dueAt }: { readonly old: Work; readonly now: Work; readonly dueAt: string | null | undefined },
): void => {
  const isShownAlike =
    old.id === now.id &&
    isSameJson(old.name as Json, now.name as Json) &&
    isSameJson(shownOf(old) as unknown as Json, shownOf(now) as unknown as Json);
  if (dueAt !== undefined) step.writes.push({ write: "dueStay", token: token.id, dueAt });
  if (isShownAlike && dueAt === undefined) return;
  const { form, outcomes } = shownOf(now);
  for (const { id } of openAt(step, token))
    step.writes.push({
      write: "redrawTask",
      task: id,
      node: now.id,
      name: now.name,
      form,
      ...(now.kind === "task" ? { outcomes } : {}),
      ...(dueAt === undefined ? {} : { dueAt }),
    });
};

/** Keeps with a task when it is due: a suspension moves that on. */
export const keepDue = (step: Step, token: Token, dueAt: string | null | undefined): Token => {
  if (dueAt === undefined) return token;
  const { dueAt: _before, ...rest } = token.data as { readonly [name: string]: Json };
  const data = dueAt === null ? rest : { ...rest, dueAt };
  step.keep(token, data);
  return { ...token, data };
};

const isBegun = ({ data }: Token): boolean =>
  data !== null && typeof data === "object" && "started" in data && data.started === true;

/** Offers a task that nobody has begun to whom the new version names; where that is nobody, it stays where it is. */
export const taskAfter = (step: Step, old: TaskNode, node: TaskNode, token: Token): void => {
  if (isSameJson(old.who as Json, node.who as Json) || isBegun(token)) return;
  const people = findPeople(step, node.who, node.name.en).map(({ personId }) => personId);
  const [wait] = openAt(step, token);
  if (wait === undefined || people.length === 0 || isSameJson(people, [...wait.people])) return;
  step.replaceWait({ ...wait, people });
  step.keep(token, { ...(token.data as object), offeredTo: people } as Json);
  step.writes.push({ write: "assignTask", task: wait.id, people });
};
