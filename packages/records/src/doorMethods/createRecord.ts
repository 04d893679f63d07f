import { assertAllowed } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { birthOfLifeCycle } from "../case/birth.ts";
import { runCommand } from "../command/runCommand.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import { draftRecord, storeRecord } from "../record/createRecord.ts";
import { unreadableReferences } from "../record/unreadableReferences.ts";
import { authorise, problemsOfFields } from "../rights/authorise.ts";
import { committed } from "./committed.ts";

type Input = Command & { readonly fields: Readonly<Record<string, Json>> };

/**
 * Makes a record and, with it, the case of its life cycle.
 *
 * @problem NOT_ALLOWED - the caller's rights do not reach such a record
 * @problem FIELD_NOT_ALLOWED - nor this field of it
 */
export const createRecord = (
  house: House,
  type: string,
  { commandId, fields }: Input,
  caller: Caller,
): Promise<Committed> =>
  runCommand(
    house,
    { name: `create ${type}`, commandId, input: { fields }, caller, about: { recordType: type } },
    async (tx, { asker }) => {
      const at = await house.clock.now(tx.db);
      const by = { actor: { kind: "person", personId: asker.id } as const, via: caller.via, at, commandId, step: null };
      const draft = await draftRecord(tx, { type: house.types.get(type), fields, ownerId: asker.id }, by);
      authorise(house.rights, asker, { action: "create", record: draft });
      assertAllowed(
        problemsOfFields(house.rights, asker, { action: "create", record: draft, paths: Object.keys(fields) }),
      );
      assertAllowed(await unreadableReferences(tx, asker, { type: house.types.get(type), values: fields }));
      const record = await storeRecord(tx, draft, by);
      const it = await birthOfLifeCycle(tx, record, by);
      return committed((await tx.records.find(record, "share")) ?? record, it);
    },
  );
