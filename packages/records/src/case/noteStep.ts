import { storedEvent, type Advanced, type CaseEvent } from "@sluice/process";
import type { Authorship } from "../record/authorship.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import type { CaseInHand } from "./caseInHand.ts";

/** Keeps an event with every fact it was decided on: enough to take the same step again, years later, without a database. */
export const noteStep = async (
  tx: DoorTransaction,
  it: CaseInHand,
  { answer, event, by }: { readonly answer: Advanced; readonly event: CaseEvent; readonly by: Authorship },
): Promise<void> => {
  const { at, actor, ...happening } = event;
  await tx.db
    .insertInto("case_event")
    .values({
      case_id: it.id,
      seq: answer.state.seq,
      at,
      actor: JSON.stringify(actor),
      event: JSON.stringify(storedEvent(happening)),
      used: JSON.stringify(answer.used),
      command_id: by.commandId,
    })
    .execute();
  tx.changes.push({ type: "case", id: it.id, version: answer.state.seq });
  if (actor.kind !== "person") return;
  tx.audit.push({
    at,
    actor,
    via: by.via,
    action: event.type,
    recordType: it.recordType,
    recordId: it.recordId,
    caseId: it.id,
    seq: answer.state.seq,
    commandId: by.commandId,
    detail:
      event.type === "move"
        ? { move: event.move, reason: event.reason }
        : event.type === "task"
          ? { task: event.task, act: event.act.do }
          : event.type === "migrate"
            ? { from: event.from.version, to: event.to.version, reason: event.reason }
            : {},
  });
};
