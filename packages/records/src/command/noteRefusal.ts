import type { ProblemCode, Refusal } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { writeAudit } from "../audit/writeAudit.ts";
import { ControlPointRefusal } from "../case/controlPoints.ts";
import type { House } from "../house.ts";
import { RightsRefusal } from "../rights/authorise.ts";
import { runTransaction } from "../transaction/runTransaction.ts";
import type { CommandOf } from "./commandOf.ts";

/** Refusals by rights and by rules of the firm. What only a drawing forbids is a matter of course and not noted. */
const NOTED: ReadonlySet<ProblemCode> = new Set([
  "CONTROL_POINT",
  "COST_NOT_SIGNED",
  "NOT_ALLOWED",
  "FIELD_NOT_ALLOWED",
  "MOVE_NOT_YOURS",
  "TASK_NOT_YOURS",
]);

/** Notes that someone tried what rights or a control point forbid: in a transaction of its own, since theirs is undone. */
export const noteRefusal = async (house: House, command: CommandOf<unknown>, refusal: Refusal): Promise<void> => {
  const concernsFirm =
    refusal instanceof ControlPointRefusal ||
    refusal instanceof RightsRefusal ||
    refusal.problems.some((it) => NOTED.has(it.code));
  if (!concernsFirm) return;
  await runTransaction(house, async (tx) => {
    const at = await house.clock.now(tx.db);
    await writeAudit(tx.db, [
      {
        at,
        actor: { kind: "person", personId: command.caller.personId },
        via: command.caller.via,
        action: "refused",
        recordType: command.about?.recordType ?? null,
        recordId: command.about?.recordId ?? null,
        caseId: command.about?.caseId ?? null,
        seq: null,
        commandId: command.commandId,
        detail: {
          command: command.name,
          problems: refusal.problems.map((it) => ({ code: it.code, values: it.values })) as unknown as Json,
        },
      },
    ]);
  });
};
