import { problem, Refusal } from "@sluice/problems";
import type { Intervention } from "@sluice/process";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { onCase } from "./onCase.ts";

type Input = Command & { readonly caseId: string; readonly act: Intervention; readonly reason: string };

/**
 * What an admin does to a case, with a reason that is kept.
 *
 * @problem NOT_ALLOWED - the caller is no admin
 * @problem REASON_REQUIRED - no reason was given
 */
export const intervene = (house: House, { commandId, ...input }: Input, caller: Caller): Promise<Committed> =>
  onCase(house, {
    command: { name: "intervene", commandId, input, caller, about: { caseId: input.caseId } },
    caseIdOf: async () => input.caseId,
    allow: async (_tx, _it, { asker }) => {
      if (!asker.roles.includes("admin"))
        throw new Refusal([problem("NOT_ALLOWED", { action: input.act.do, recordType: "case" })]);
      if (input.reason.trim() === "") throw new Refusal([problem("REASON_REQUIRED")]);
    },
    happening: async () => ({ type: "intervene", act: input.act, reason: input.reason }),
  });
