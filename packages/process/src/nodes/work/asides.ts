import { problem } from "@sluice/problems";
import type { Step as StepNode } from "../../definition/node.ts";
import type { TaskEvent } from "../../kernel/event.ts";
import type { Wait } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";

/** A piece of people's work that somebody says something beside: who is asked, in which round. */
export interface Beside {
  readonly step: Step;
  readonly node: Pick<StepNode, "id" | "name">;
  readonly wait: Pick<Wait, "id">;
  readonly event: TaskEvent;
  readonly by: string;
  /** Everybody who has a part in it, and those who have not answered yet. */
  readonly concerned: readonly string[];
  readonly open: readonly string[];
  readonly round: number;
}

const assertConcerned = ({ step, by, concerned }: Beside): void => {
  if (by !== step.state.initiatorId && !concerned.includes(by)) step.stop("TASK_NOT_YOURS");
};

/** Opens work that nobody waits for: the door closes it when it has been read or answered. */
const openFor = ({ step, node, round }: Beside, kind: "copy" | "consult", personIds: readonly string[]): void => {
  for (const personId of new Set(personIds))
    step.writes.push({
      write: "openTask",
      task: {
        key: step.newKey(),
        node: node.id,
        kind,
        name: node.name,
        people: [personId],
        standsFor: {},
        form: [],
        outcomes: [],
        dueAt: null,
        round,
      },
    });
};

/** Keeps a remark with the work; nothing else comes of it. */
const remark = ({ step, node, wait, event, by, round }: Beside): void => {
  if (!event.comment?.trim()) step.refuse([problem("COMMENT_REQUIRED")]);
  step.writes.push({
    write: "decision",
    task: wait.id,
    node: node.id,
    verdict: "comment",
    by,
    onBehalfOf: null,
    comment: event.comment,
    attachments: event.attachments,
    signature: event.signature,
    round,
  });
};

/**
 * Does what leaves the work as it is: reminds who has not answered, asks for an opinion, lets people read along, keeps a remark.
 * Open to the initiator and to everybody concerned. Answers false for any other verb.
 */
export const actBeside = (beside: Beside): boolean => {
  const { step, node, event, open } = beside;
  const { act } = event;
  switch (act.do) {
    case "urge":
      assertConcerned(beside);
      step.writes.push({ write: "notify", people: open, subject: node.name, node: node.id });
      return true;
    case "consult":
    case "copy":
      assertConcerned(beside);
      openFor(beside, act.do, act.personIds);
      return true;
    case "comment":
      assertConcerned(beside);
      remark(beside);
      return true;
    default:
      return false;
  }
};
