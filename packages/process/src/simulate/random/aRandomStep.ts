import fc from "fast-check";
import { approvalOf, guardOf, setting, taskOf, timerOf, type StepDraft } from "../aProcess.ts";
import { aFailingStep } from "./aFailingStep.ts";

const people = fc.constantFrom("ini", "ann", "bob", "cat", "dan");
const crowd = fc.uniqueArray(people, { minLength: 1, maxLength: 3 });
const days = (amount: number) => ({ amount, unit: "day" as const, calendar: "elapsed" as const });
const inBoth = { en: "it", zh: "它" };

type SlaDraft = NonNullable<Extract<StepDraft, { kind: "task" }>["sla"]>;

const sla: fc.Arbitrary<SlaDraft | undefined> = fc.option(
  fc.record({
    due: fc.integer({ min: 1, max: 5 }).map(days),
    ladder: fc.array(
      fc.record({
        after: fc.integer({ min: 1, max: 5 }).map(days),
        action: fc.constantFrom<NonNullable<SlaDraft["ladder"]>[number]["action"]>(
          { do: "remind" },
          { do: "manager", level: 1 },
          { do: "approve" },
          { do: "reject" },
          { do: "branch" },
          { do: "addSigner", who: [{ by: "role", role: "eve" }] },
        ),
      }),
      { maxLength: 2 },
    ),
  }),
  { nil: undefined },
);

const mode = fc.oneof(
  fc.record({ by: fc.constant("any" as const), rejectNeedsAll: fc.boolean() }),
  fc.constantFrom(
    { by: "all" as const },
    { by: "sequential" as const },
    { by: "quorum" as const, count: 2 },
    { by: "quorum" as const, share: 60 },
    { by: "weighted" as const, share: 50, weights: { ann: 3 } },
  ),
);

const oneInFive = fc.nat(4).map((n) => n === 0);

const approval: fc.Arbitrary<StepDraft> = fc
  .record({
    crowd,
    mode,
    sla,
    locks: fc.boolean(),
    to: fc.constantFrom("initiator" as const, "previous" as const, "visited" as const),
    then: fc.constantFrom("rerun" as const, "straightBack" as const),
    again: fc.constantFrom("resolve" as const, "sameAsLastRound" as const),
    dedup: fc.constantFrom("none" as const, "once" as const, "consecutive" as const),
    noSelfEver: fc.boolean(),
    holdsRecord: oneInFive,
    onEmpty: fc.constantFrom({ do: "incident" as const }, { do: "pass" as const }, { do: "admin" as const }),
  })
  .map(({ crowd: who, sla: limit, locks, to, then, again, ...rest }) =>
    approvalOf(who, {
      ...rest,
      lockRecord: locks,
      watchedFields: ["total"],
      sendBack: { to, then, people: again, maxRounds: 3 },
      ...(limit ? { sla: limit } : {}),
    }),
  );

/** A random step of any kind; approvals and splits come oftener. */
export const aRandomStep: fc.Arbitrary<StepDraft> = fc.oneof(
  fc.tuple(crowd, sla, oneInFive).map(([who, limit, holdsRecord]): StepDraft => ({
    ...(taskOf(...who) as Extract<StepDraft, { kind: "task" }>),
    outcomes: [
      { key: "yes", name: inBoth },
      { key: "no", name: inBoth },
    ],
    ...(limit ? { sla: limit } : {}),
    holdsRecord,
    permissions: { intervene: [{ by: "role" as const, role: "bob" }] },
  })),
  approval,
  approval,
  aFailingStep,
  fc.constantFrom<StepDraft>(
    { kind: "branch" },
    { kind: "parallel" },
    { kind: "parallel" },
    { kind: "join" },
    { kind: "join", wait: { for: "first" } },
    { kind: "join", wait: { for: "count", count: 2 } },
    { kind: "join", wait: { for: "count", count: 2, rest: "cancel" } },
  ),
  fc.constantFrom<StepDraft>(
    timerOf(1),
    { kind: "timer", wait: { until: "field", path: "validUntil" } },
    guardOf("hold", "record.?costSheet.?valid.orValue(false)"),
    guardOf("deny", "record.?total.orValue(decimal('0')) < 900"),
  ),
  fc.constantFrom<StepDraft>(
    setting("total", "'120.50'"),
    setting("note", "'Kept ' + now"),
    { kind: "action", block: "webhook", inputs: { url: { value: "u" } }, retries: 1, compensateWith: "webhook" },
    { kind: "action", block: "webhook", inputs: {}, await: false },
  ),
  fc.constantFrom<StepDraft>(
    { kind: "cc", who: [{ by: "owner" }] },
    { kind: "assign", who: [{ by: "role", role: "cat" }] },
    { kind: "end", outcome: "fine" },
    { kind: "end", mode: "terminate" },
  ),
  fc.constantFrom<StepDraft>(
    { kind: "message", message: "paid", giveUpAfter: days(2) },
    {
      kind: "race",
      runners: [
        { key: "late", name: inBoth, on: { kind: "timer", after: days(1) } },
        { key: "paid", name: inBoth, on: { kind: "message", message: "paid" } },
        {
          key: "valid",
          name: inBoth,
          on: { kind: "condition", condition: { when: "record.?costSheet.?valid.orValue(false)" } },
        },
      ],
    },
    { kind: "subprocess", process: "other" },
    { kind: "subprocess", process: "other", handOver: { asked: "level" }, bringBack: { level: "found" } },
    { kind: "subprocess", process: "other", each: "['a', 'b']", bringBack: { levels: "found" } },
    { kind: "subprocess", process: "other", each: "['a', 'b', 'c']", run: "serial", outcomesTo: "outcomes" },
    { kind: "subprocess", process: "other", each: "['a', 'b']" },
    { kind: "subprocess", process: "other", each: "['a', 'b']", more: "paid" },
  ),
);
