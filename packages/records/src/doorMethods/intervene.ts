import { problem, Refusal } from "@sluice/problems";
import type { Intervention } from "@sluice/process";
import type { CaseInHand } from "../case/caseInHand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import type { Asker } from "../person/asker.ts";
import { isAuthorised } from "../rights/authorise.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { onCase } from "./onCase.ts";

type Input = Command & { readonly caseId: string; readonly act: Intervention; readonly reason: string };

/** What somebody may do whom the step of it names; the kernel says whether it names them. */
const MAY_BE_NAMED: ReadonlySet<Intervention["do"]> = new Set(["retry", "skip", "compensate", "reassign"]);

/** Admins may all of it. Others need to see the record, and to be named by the step. */
const assertMay = async (tx: DoorTransaction, it: CaseInHand, asker: Asker, act: Intervention): Promise<void> => {
  if (asker.roles.includes("admin")) return;
  const refused = new Refusal([problem("NOT_ALLOWED", { action: act.do, recordType: "case" })]);
  if (!MAY_BE_NAMED.has(act.do)) throw refused;
  const ref = { type: it.recordType, id: it.recordId };
  const record = await tx.records.find(ref, it.kind === "lifeCycle" ? "write" : "share");
  if (record === null || !isAuthorised(tx.house.rights, asker, { action: "read", record })) throw refused;
};

/** An act as the kernel knows it: people name a task by its id, the kernel by its key. */
const inKernelsWords = async (tx: DoorTransaction, act: Intervention): Promise<Intervention> => {
  if (act.do !== "reassign") return act;
  const task = await tx.db
    .selectFrom("task")
    .select("key")
    .where("id", "=", act.task)
    .where("status", "=", "open")
    .executeTakeFirst();
  if (task === undefined) throw new Refusal([problem("TASK_CLOSED")]);
  return { ...act, task: task.key };
};

/**
 * What an admin does to a case, or whoever its step names, with a reason that is kept.
 *
 * @problem NOT_ALLOWED - the caller is no admin, nor named by the step
 * @problem REASON_REQUIRED - no reason was given
 * @problem TASK_CLOSED - what is given to somebody else is nobody's any more
 */
export const intervene = (house: House, { commandId, ...input }: Input, caller: Caller): Promise<Committed> => {
  let isAdmin = false;
  return onCase(house, {
    command: { name: "intervene", commandId, input, caller, about: { caseId: input.caseId } },
    caseIdOf: async () => input.caseId,
    allow: async (tx, it, { asker }) => {
      isAdmin = asker.roles.includes("admin");
      await assertMay(tx, it, asker, input.act);
      if (input.reason.trim() === "") throw new Refusal([problem("REASON_REQUIRED")]);
    },
    happening: async (tx) => {
      const act = await inKernelsWords(tx, input.act);
      return { type: "intervene", act, reason: input.reason, ...(isAdmin ? {} : { named: true }) };
    },
  });
};
