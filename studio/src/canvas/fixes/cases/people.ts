import { ann, aProcess, approvalOf, day, type StepDraft, work } from "@sluice/process/drafts";
import type { FixCase } from "./fixCase.ts";

const initiator = [{ by: "initiator" as const }];
const persons = (count: number) => [
  {
    by: "person" as const,
    personIds: Array.from({ length: count }, (_, at) => `00000000-0000-4000-8000-00000000000${at}`),
  },
];
const days = (amount: number) => ({
  amount,
  unit: "day" as const,
  calendar: "elapsed" as const,
});
const climbing = (action: object, kind: "task" | "approval" = "approval"): StepDraft => {
  const sla = { due: day, ladder: [{ after: day, action }] };
  return (kind === "task" ? { ...ann, sla } : approvalOf(["ann"], { sla: sla as never })) as StepDraft;
};
const lasting = (after: typeof day, warnAfter?: typeof day) =>
  work({ a: approvalOf(["ann"], { sla: { due: days(2) } }) }, [], {
    ageLimit: { after, ...(warnAfter ? { warnAfter } : {}) },
  });

/** Whom a process asks, and how long they have. */
export const peopleCases: readonly FixCase[] = [
  {
    code: "EVERYBODY_EXCLUDED",
    does: "askTheirManager",
    has: work({ a: approvalOf([], { who: initiator, onSelf: "skip" }) }),
  },
  {
    code: "EVERYBODY_EXCLUDED",
    does: "askTheirManager",
    has: work({ a: approvalOf([], { who: initiator, onSelf: "allow", noSelfEver: true }) }),
  },
  {
    code: "QUORUM_OUT_OF_REACH",
    does: "lowerVotes",
    has: work({ a: approvalOf([], { who: persons(2), mode: { by: "quorum", count: 3 } }) }),
  },
  { code: "QUORUM_UNCLEAR", does: "moreThanHalf", has: work({ a: approvalOf(["ann"], { mode: { by: "quorum" } }) }) },
  {
    code: "QUORUM_UNCLEAR",
    does: "goByCount",
    or: "goByShare",
    has: work({ a: approvalOf(["ann"], { mode: { by: "quorum", count: 1, share: 50 } }) }),
  },
  {
    code: "DUE_AFTER_ITS_STAGE",
    does: "dueWithStage",
    has: aProcess({
      stages: {
        work: {
          entry: "a",
          steps: { a: approvalOf(["ann"], { sla: { due: days(9) } }) },
          ageLimit: { after: days(3) },
          moves: { late: { to: "off", trigger: { by: "timer", after: days(5) } } },
        },
        off: { final: "void" },
      },
      wires: [["start", "work"]],
    }),
  },
  { code: "AGE_WARNING_TOO_LATE", does: "warnAfter", has: lasting(days(2), days(2)) },
  { code: "AGE_WARNING_TOO_LATE", does: "warnAfter", has: lasting(days(1), days(3)) },
  {
    code: "AGE_LIMIT_NEVER",
    does: "dropAgeLimit",
    has: aProcess({ stages: { work: { final: "done", ageLimit: { after: day } } }, wires: [["start", "work"]] }),
  },
  {
    code: "NOBODY_MAY_BE_FOUND",
    does: "askAdmins",
    has: work({ a: { kind: "task", who: [{ by: "manager" }], onEmpty: { do: "incident" } } }),
  },
  { code: "NO_TIME_LIMIT", does: "giveTime", has: work({ a: ann }) },
  { code: "VERDICT_ON_TASK", does: "remindInstead", has: work({ a: climbing({ do: "approve" }, "task") }) },
  {
    code: "ESCALATION_TO_SAME",
    does: "managerInstead",
    has: work({ a: climbing({ do: "addSigner", who: [{ by: "role", role: "ann" }] }) }),
  },
  { code: "ESCALATION_WITHOUT_WIRE", does: "remindInstead", has: work({ a: climbing({ do: "branch" }) }) },
  { code: "APPROVED_BY_TIME_UNBOUNDED", does: "managerInstead", has: work({ a: climbing({ do: "approve" }) }) },
];
