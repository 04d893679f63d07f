import { problem, Refusal } from "@sluice/problems";
import type { Json } from "@sluice/process";
import type { Caller, Committed } from "../door.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import type { Asker } from "./asker.ts";
import type { PersonFields } from "./personFields.ts";

/** Lets admins through: only they change people. */
export const assertAdmin = (asker: Asker): void => {
  if (!asker.roles.includes("admin")) {
    throw new Refusal([
      problem("NOT_ALLOWED", { action: "change", recordType: "person" }, { whoCanClear: [{ role: "admin" }] }),
    ]);
  }
};

/**
 * Refuses fields that point to nothing.
 *
 * @problem REFERENCE_MISSING - a department, role or person that is not there
 */
export const assertReferences = async (
  tx: DoorTransaction,
  { roles, departmentId, managerId, absent }: PersonFields,
): Promise<void> => {
  const known =
    roles === undefined || roles.length === 0
      ? []
      : await tx.db.selectFrom("role").select("key").where("key", "in", roles).execute();
  const people = [managerId, absent?.deputyId].filter((id) => id !== undefined && id !== null);
  const found =
    people.length === 0 ? [] : await tx.db.selectFrom("person").select("id").where("id", "in", people).execute();
  const department =
    departmentId === undefined
      ? true
      : (await tx.db.selectFrom("department").select("id").where("id", "=", departmentId).executeTakeFirst()) !==
        undefined;
  const problems = [
    ...(roles?.every((role) => known.some((it) => it.key === role)) === false
      ? [problem("REFERENCE_MISSING", { field: "roles" })]
      : []),
    ...(people.every((id) => found.some((it) => it.id === id))
      ? []
      : [problem("REFERENCE_MISSING", { field: "managerId" })]),
    ...(department ? [] : [problem("REFERENCE_MISSING", { field: "departmentId" })]),
  ];
  if (problems.length > 0) throw new Refusal(problems);
};

interface PersonWritten {
  readonly id: string;
  readonly version: number;
  readonly action: string;
  readonly caller: Caller;
  readonly commandId: string;
  readonly at: string;
  readonly detail: Readonly<Record<string, Json>>;
}

/** Notes what was changed of a person, tells everybody, and answers. E-mail addresses stay out of the trail. */
export const personWritten = (
  tx: DoorTransaction,
  { id, version, action, caller, commandId, at, detail }: PersonWritten,
): Committed => {
  tx.audit.push({
    at,
    actor: { kind: "person", personId: caller.personId },
    via: caller.via,
    action,
    recordType: "person",
    recordId: id,
    caseId: null,
    seq: null,
    commandId,
    detail,
  });
  tx.changes.push({ type: "person", id, version });
  return { caseId: null, seq: null, recordType: "person", recordId: id, version };
};
