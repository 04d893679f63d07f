import { assertAllowed, problem, type Problem } from "@sluice/problems";
import { startVariables, type Json } from "@sluice/process";
import { planOf } from "../process/planOf.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { idOfNamed, type NamedRecord } from "./namedRecord.ts";
import { isForDepartment, type StartableProcess } from "./published.ts";
import { putStart } from "./putStart.ts";

/** What another system asks to begin: processes, for one record, with what it sent along. */
export interface StartWish {
  readonly processes: readonly StartableProcess[];
  readonly record: NamedRecord | null;
  readonly payload: Json;
}

const nameless = ({ processes }: StartWish): readonly Problem[] =>
  [...new Set(processes.map(({ recordType }) => recordType))].map((recordType) =>
    problem("START_NEEDS_RECORD", { recordType }),
  );

const missing = ({ processes }: StartWish): readonly Problem[] =>
  [...new Set(processes.map(({ recordType }) => recordType))].map((recordType) => problem("NOT_FOUND", { recordType }));

/**
 * Begins a case of each of these processes whose type the record is of, and in whose department it lies. The record is held for
 * share, so it cannot go meanwhile.
 *
 * @problem START_NEEDS_RECORD - no record is named
 * @problem NOT_FOUND - there is no such record of a type that these processes are about
 * @problem INPUT_INVALID - what came along does not fit the variables of a process
 */
export const startFor = async (tx: DoorTransaction, wish: StartWish): Promise<void> => {
  if (wish.record === null) return assertAllowed(nameless(wish));
  const id = await idOfNamed(tx, wish.record);
  const begun: StartableProcess[] = [];
  for (const process of id === null ? [] : wish.processes) {
    const record = await tx.records.find({ type: process.recordType, id: id ?? "" }, "share");
    if (record === null || !(await isForDepartment(tx, process, record.fields["department"] ?? null))) continue;
    const plan = planOf(tx.house, { processKey: process.key, version: process.version, hash: process.hash });
    const { variables, problems } = startVariables(plan.definition, wish.payload);
    assertAllowed(problems);
    const at = await tx.house.clock.now(tx.db);
    const happening = { type: "start", variables } as const;
    await putStart(tx, { process, record, at, initiatorId: null, lane: "people", happening });
    begun.push(process);
  }
  if (begun.length === 0) assertAllowed(missing(wish));
};
