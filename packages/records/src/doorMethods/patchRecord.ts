import { assertAllowed, problem, Refusal } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { patchByPerson } from "../record/patchByPerson.ts";
import { requiredLeftEmpty } from "../record/requiredLeftEmpty.ts";
import { questionOf } from "../rights/authorise.ts";
import { committed } from "./committed.ts";

type Input = Command & {
  readonly id: string;
  readonly version: number;
  readonly fields: Readonly<Record<string, Json>>;
};

/**
 * Changes fields of a record that nobody else has changed since the caller read it.
 *
 * @problem REQUIRED_FIELD - a custom field that became required is still empty
 * @problem VERSION_CONFLICT - someone has: `changes` says what, from what to what, who and when
 * @problem RECORD_LOCKED - it is being decided on
 * @problem NOT_ALLOWED, FIELD_NOT_ALLOWED - the caller's rights do not reach it
 */
export const patchRecord = (
  house: House,
  type: string,
  { commandId, id, version, fields }: Input,
  caller: Caller,
): Promise<Committed> =>
  runCommand(
    house,
    {
      name: `patch ${type}`,
      commandId,
      input: { id, version, fields },
      caller,
      about: { recordType: type, recordId: id },
    },
    async (tx, { asker }) => {
      const before = await tx.records.find({ type, id }, "write");
      if (before === null) throw new Refusal([problem("NOT_FOUND", { recordType: type })]);
      const at = await house.clock.now(tx.db);
      const by = { actor: { kind: "person", personId: asker.id } as const, via: caller.via, at, commandId, step: null };
      const after = await patchByPerson(tx, { before, version, fields }, { asker, by });
      assertAllowed(requiredLeftEmpty(house.types.get(type).schema, after, questionOf(house.rights, asker, after)));
      return committed(after, null);
    },
  );
