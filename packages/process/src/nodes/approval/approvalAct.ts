import type { TaskAct, TaskEvent } from "../../kernel/event.ts";
import type { Token, Wait } from "../../kernel/state.ts";
import type { Step } from "../../kernel/step.ts";
import type { ApprovalNode } from "./schema.ts";

/** All that a verb may look at: the approval, where it stands, who acts and what they said. */
export interface ApprovalAct<A extends TaskAct = TaskAct> {
  readonly step: Step;
  readonly node: ApprovalNode;
  readonly token: Token;
  readonly wait: Wait & { kind: "task" };
  readonly event: TaskEvent;
  readonly act: A;
  readonly by: string;
}
