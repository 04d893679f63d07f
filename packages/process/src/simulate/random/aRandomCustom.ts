import fc from "fast-check";
import type { StageDraft } from "../aProcess.ts";

/** What a stage may have beside its steps and moves. */
export type Custom = Pick<StageDraft, "entryActions" | "exitActions">;

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

/** What a random stage does by itself. */
export const aRandomCustom: fc.Arbitrary<Custom> = fc.record({ entryActions: actions, exitActions: actions });
