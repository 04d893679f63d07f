import fc from "fast-check";
import { guardOf, setting, taskOf, type StepDraft } from "../aProcess.ts";

type Draft<K extends StepDraft["kind"]> = Extract<StepDraft, { kind: K }>;
type Soft = Draft<"action" | "assign" | "cc" | "subprocess" | "timer">;
type Hard = Draft<"task" | "approval" | "guard" | "branch" | "parallel" | "message" | "race">;

const inBoth = { en: "it", zh: "它" };
const nobody = [{ by: "expression" as const, expression: "record.title" }];
/** What is done where this goes wrong: nothing said, an incident, or the error wire. */
const strict = [undefined, { do: "incident" }, { do: "follow" }, { do: "follow", into: "problem" }] as const;

const soft = fc.constantFrom<Soft>(
  setting("note", "record.title") as Draft<"action">,
  { kind: "action", block: "openChild", inputs: { process: { value: "nothing" } } },
  { kind: "action", block: "webhook", inputs: { url: { value: "u" } }, retries: 0 },
  { kind: "action", block: "webhook", inputs: { url: { value: "u" } }, await: false, retries: 0 },
  { kind: "assign", who: nobody },
  { kind: "cc", who: nobody },
  { kind: "subprocess", process: "nothing" },
  { kind: "subprocess", process: "other" },
  { kind: "timer", wait: { until: "field", path: "validUntil" } },
);
const hard = fc.constantFrom<Hard>(
  { kind: "task", who: nobody },
  { ...(taskOf("ghost") as Draft<"task">), onEmpty: { do: "incident" } },
  { kind: "approval", who: nobody, mode: { by: "all" }, onEmpty: { do: "incident" } },
  guardOf("deny", "record.title == 'x'") as Draft<"guard">,
  {
    kind: "branch",
    table: { hit: "F", inputs: [{ expression: "record.title" }], outputs: [{ variable: "level" }], rules: [] },
  },
  { kind: "message", message: "paid", key: "record.title" },
  {
    kind: "race",
    runners: [{ key: "valid", name: inBoth, on: { kind: "condition", condition: { when: "record.title == 'x'" } } }],
  },
);

const withReaction = <Step extends Soft | Hard>(step: Step, onError: Step["onError"]): Step =>
  onError === undefined ? step : { ...step, onError };

/** A step in which something goes wrong whatever the record holds, or as soon as its effect does, with what is done then. */
export const aFailingStep: fc.Arbitrary<StepDraft> = fc.oneof(
  fc
    .tuple(soft, fc.constantFrom(...strict, { do: "goOn" } as const))
    .map(([step, onError]) => withReaction(step, onError)),
  fc.tuple(hard, fc.constantFrom(...strict)).map(([step, onError]) => withReaction(step, onError)),
);
