import fc from "fast-check";
import type { StageDraft } from "../aProcess.ts";

/** What a stage may have beside its steps and moves. */
export type Custom = Pick<StageDraft, "entryActions" | "exitActions" | "owner" | "ageLimit">;

type StageAction = NonNullable<StageDraft["entryActions"]>[number];

const action = fc.constantFrom<StageAction>(
  { block: "setFields", inputs: { total: { expression: "'130.50'" } } },
  { block: "setFields", inputs: { note: { expression: "'At ' + now" } } },
  { block: "createRecord", inputs: { recordType: { value: "order" } }, outputs: { made: "record" } },
  { block: "notice", inputs: { subject: { value: "Look" } } },
  { block: "openChild", inputs: { process: { value: "other" } } },
  { block: "assignOwner", inputs: { person: { expression: "record.?salesperson.orValue('cat')" } } },
  // what cannot be done: a value that may be missing, a process that is not there
  { block: "setFields", inputs: { note: { expression: "record.title" } } },
  { block: "openChild", inputs: { process: { value: "nothing" } } },
);
const actions = fc.oneof(
  { weight: 3, arbitrary: fc.constant<StageAction[]>([]) },
  { weight: 1, arbitrary: fc.array(action, { minLength: 1, maxLength: 3 }) },
);

const days = (amount: number) => ({ amount, unit: "day" as const, calendar: "elapsed" as const });
const owner = fc.constantFrom<NonNullable<StageDraft["owner"]>>(
  [],
  [],
  [{ by: "role", role: "bob" }],
  [{ by: "role", role: "nobody" }],
  [{ by: "expression", expression: "record.title" }], // cannot be told while it has none
);
const ageLimit = fc.oneof(
  fc.constant({}),
  fc
    .record({ after: fc.integer({ min: 1, max: 4 }).map(days), warnAfter: fc.integer({ min: 1, max: 4 }).map(days) })
    .map((limit) => ({ ageLimit: limit })),
);

/** What a random stage does by itself, who answers in it and how long it may last. */
export const aRandomCustom: fc.Arbitrary<Custom> = fc
  .tuple(fc.record({ entryActions: actions, exitActions: actions, owner }), ageLimit)
  .map(([own, limit]) => ({ ...own, ...limit }));
