import { problem, Refusal } from "@sluice/problems";
import { type Json, rightsNeeded } from "@sluice/process";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { authoriseAny } from "../rights/authorise.ts";
import { onCase } from "./onCase.ts";

type Input = Command & {
  readonly caseId: string;
  readonly move: string;
  readonly reason?: string;
  readonly form?: Readonly<Record<string, Json>>;
};

/**
 * Presses a move of a case for a person. Moving a record's own life is a right of its own; in a side process, who may press
 * what is the drawing's to say, to those who may read the record.
 *
 * @problem NOT_ALLOWED - their rights do not reach the record
 */
export const moveCase = (house: House, { commandId, ...input }: Input, caller: Caller): Promise<Committed> =>
  onCase(house, {
    command: { name: "move", commandId, input, caller, about: { caseId: input.caseId } },
    caseIdOf: async () => input.caseId,
    allow: async (tx, it, { asker }) => {
      const record = await tx.records.find(
        { type: it.recordType, id: it.recordId },
        it.kind === "lifeCycle" ? "write" : "share",
      );
      if (record === null) throw new Refusal([problem("NOT_FOUND", { recordType: it.recordType })]);
      authoriseAny(house.rights, asker, { actions: rightsNeeded(it.kind, "move"), record });
    },
    happening: async () => ({ type: "move", move: input.move, reason: input.reason ?? null, form: input.form ?? {} }),
  });
