import { assertAllowed } from "@sluice/problems";
import type { Json } from "@sluice/process";
import { birthOfLifeCycle } from "../case/birth.ts";
import { runCommand } from "../command/runCommand.ts";
import { runCommands } from "../command/runCommands.ts";
import type { Caller, Command, Committed } from "../door.ts";
import type { House } from "../house.ts";
import type { Asker } from "../person/asker.ts";
import { draftRecord, storeRecords, type Drafted } from "../record/createRecord.ts";
import { unreadableReferences } from "../record/unreadableReferences.ts";
import type { RecordType } from "../registry/recordType.ts";
import { authorise, problemsOfFields } from "../rights/authorise.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { committed } from "./committed.ts";

type Input = Command & { readonly fields: Readonly<Record<string, Json>> };

/** One transaction makes at most this many: what it holds is newborn, so nobody waits for it. */
const MOST_AT_ONCE = 500;

interface Making {
  readonly type: RecordType;
  readonly asker: Asker;
  readonly via: Caller["via"];
  readonly at: string;
}

const drafted = async (
  tx: DoorTransaction,
  { type, asker, via, at }: Making,
  { commandId, fields }: Input,
): Promise<Drafted> => {
  const { rights } = tx.house;
  const by = { actor: { kind: "person", personId: asker.id } as const, via, at, commandId, step: null };
  const draft = await draftRecord(tx, { type, fields, ownerId: asker.id }, by);
  authorise(rights, asker, { action: "create", record: draft });
  assertAllowed(problemsOfFields(rights, asker, { action: "create", record: draft, paths: Object.keys(fields) }));
  assertAllowed(await unreadableReferences(tx, asker, { type, values: fields }));
  return { draft, by };
};

const make = async (tx: DoorTransaction, making: Making, inputs: readonly Input[]): Promise<readonly Committed[]> => {
  const drafts: Drafted[] = [];
  for (const input of inputs) drafts.push(await drafted(tx, making, input));
  const answers: Committed[] = [];
  for (const [index, record] of (await storeRecords(tx, making.type, drafts)).entries()) {
    const by = drafts[index]?.by;
    const it = by === undefined ? null : await birthOfLifeCycle(tx, record, by);
    answers.push(committed((await tx.records.find(record, "share")) ?? record, it));
  }
  return answers;
};

const wishOf = (type: string, { commandId, fields }: Input) => ({
  name: `create ${type}`,
  commandId,
  input: { fields },
  about: { recordType: type },
});

/**
 * Makes a record and, with it, the case of its life cycle.
 *
 * @problem NOT_ALLOWED - the caller's rights do not reach such a record
 * @problem FIELD_NOT_ALLOWED - nor this field of it
 */
export const createRecord = (house: House, type: string, input: Input, caller: Caller): Promise<Committed> =>
  runCommand(house, { ...wishOf(type, input), caller }, async (tx, { asker }) => {
    const at = await house.clock.now(tx.db);
    const [made] = await make(tx, { type: house.types.get(type), asker, via: caller.via, at }, [input]);
    if (made === undefined) throw new Error("a record was not made");
    return made;
  });

/**
 * Makes up to 500 records of a type, each with the case of its life cycle, in one transaction: all of them or none. Each is a
 * command of its own, so one that was made before, alone or in another batch, answers as it did then.
 *
 * @problem NOT_ALLOWED, FIELD_NOT_ALLOWED, and whatever else refuses one of them - nothing is written, nothing noted
 */
export const createRecords = (
  house: House,
  type: string,
  inputs: readonly Input[],
  caller: Caller,
): Promise<readonly Committed[]> => {
  if (inputs.length === 0) return Promise.resolve([]);
  if (inputs.length > MOST_AT_ONCE) throw new Error(`at most ${MOST_AT_ONCE} records are made at once`);
  return runCommands(
    house,
    inputs.map((input) => wishOf(type, input)),
    caller,
    async (tx, asker, asked) => {
      const at = await house.clock.now(tx.db);
      const wanted = inputs.filter(({ commandId }) => asked.has(commandId));
      return make(tx, { type: house.types.get(type), asker, via: caller.via, at }, wanted);
    },
  );
};
