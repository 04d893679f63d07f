import { problem, Refusal } from "@sluice/problems";
import { isOnTheWhole, type Json, rightsNeeded, type TaskAct } from "@sluice/process";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { authoriseAny } from "../rights/authorise.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { endNotice } from "./endNotice.ts";
import { onCase } from "./onCase.ts";
import { taskOf } from "./taskOf.ts";

type Input = Command & {
  readonly taskId: string;
  readonly act: TaskAct;
  readonly comment?: string;
  readonly attachments?: readonly string[];
  readonly signature?: string;
  readonly form?: Readonly<Record<string, Json>>;
};

/** The key by which the kernel knows the task; read under the case's lock. */
const openKeyOf = async (tx: DoorTransaction, { taskId, act }: Input): Promise<string> => {
  const task = await taskOf(tx, taskId);
  if (task.status === "open") return task.key;
  const other = isOnTheWhole(act.do)
    ? await tx.db
        .selectFrom("task")
        .select("key")
        .where("case_id", "=", task.case_id)
        .where("node", "=", task.node)
        .where("status", "=", "open")
        .where("kind", "=", "approval")
        .executeTakeFirst()
    : undefined;
  if (other === undefined) throw new Refusal([problem("TASK_CLOSED")]);
  return other.key;
};

/**
 * Does something with a task or an approval for a person. Whose it is and what may be done with it is the kernel's to say;
 * copies and questions, which nobody waits for, are closed here.
 *
 * @problem TASK_CLOSED - it is done, or nobody's any more
 */
export const actOnTask = (house: House, input: Input, caller: Caller): Promise<Committed> => {
  const { commandId, ...rest } = input;
  const command = { name: "task", commandId, input: rest, caller };
  return onCase(house, {
    command,
    caseIdOf: async (tx) => (await taskOf(tx, input.taskId)).case_id,
    allow: async (tx, it, { asker }) => {
      const actions = rightsNeeded(it.kind, input.act.do);
      if (actions.length === 0) return;
      const record = await tx.records.find(
        { type: it.recordType, id: it.recordId },
        it.kind === "lifeCycle" ? "write" : "share",
      );
      if (record !== null) authoriseAny(house.rights, asker, { actions, record });
    },
    instead: async (tx, it, by) => {
      const task = await taskOf(tx, input.taskId);
      const isForInformation = task.kind === "copy" || task.kind === "consult";
      if (!isForInformation || input.act.do !== "complete") return false;
      await endNotice(tx, it, { task, comment: input.comment ?? null, by });
      return true;
    },
    happening: async (tx) => ({
      type: "task",
      task: await openKeyOf(tx, input),
      act: input.act,
      comment: input.comment ?? null,
      attachments: input.attachments ?? [],
      signature: input.signature ?? null,
      form: input.form ?? {},
    }),
  });
};
