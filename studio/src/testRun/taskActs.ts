import {
  type PlayedMoment,
  type ProcessDefinition,
  type StoryEvent,
  type TaskAct,
  resubmission,
} from "@sluice/process";
import { findNode } from "../canvas/model/elements.ts";

type Task = PlayedMoment["tasks"][number];
type Act = (StoryEvent & { do: "act" })["act"];

/** What somebody may do at a piece of open work: the buttons, in their order, and what stands in the menu beside them. */
export interface OfferedActs {
  readonly main: readonly Act[];
  readonly more: readonly TaskAct["do"][];
}

const DONE: Act = { do: "complete", outcome: "done" };

const completing = ({ kind, outcomes }: Pick<Task, "kind" | "outcomes">): readonly Act[] => {
  if (kind === "revise") return [{ do: "complete", outcome: resubmission.key }];
  return outcomes.length === 0 ? [DONE] : outcomes.map(({ key }) => ({ do: "complete", outcome: key }));
};

/** Puts the acts that a piece of work offers where the workspace has them. */
export const taskActs = (task: Pick<Task, "kind" | "outcomes">, acts: readonly TaskAct["do"][]): OfferedActs => {
  const main = acts.flatMap((act): readonly Act[] => {
    if (act === "complete") return completing(task);
    return act === "approve" || act === "reject" || act === "sendBack" || act === "claim" ? [{ do: act }] : [];
  });
  const shown = new Set<TaskAct["do"]>(["complete", "approve", "reject", "claim", "sendBack"]);
  return { main, more: acts.filter((act) => !shown.has(act)) };
};

/** What goes with an act before it can be taken: a comment or signature that is demanded, or the fields of its form. */
export const needsWords = (definition: ProcessDefinition, task: Pick<Task, "node" | "form">, act: Act): boolean => {
  const node = findNode(definition, task.node);
  const isVerdict = act.do === "approve" || act.do === "reject" || act.do === "sendBack";
  if (act.do === "comment") return true;
  if (isVerdict && node?.kind === "approval" && (node.comment[act.do] === "required" || node.signature[act.do]))
    return true;
  const isTyped = task.form.some(({ access }) => access === "edit" || access === "required");
  return isTyped && (isVerdict || act.do === "complete");
};

/** Whether a file must come with an act: in a run one is taken to be there. */
export const needsFile = (definition: ProcessDefinition, { node }: Pick<Task, "node">, act: Act): boolean => {
  const step = findNode(definition, node);
  const isVerdict = act.do === "approve" || act.do === "reject" || act.do === "sendBack";
  return isVerdict && step?.kind === "approval" && step.attachment[act.do];
};
