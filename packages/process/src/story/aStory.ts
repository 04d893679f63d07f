import { recordSchemas } from "@sluice/domain";
import { storySchema, type Expectation, type Story, type StoryInput, type StoryStep } from "../definition/story.ts";
import { compile } from "../kernel/compile.ts";
import { aProcess, approvalOf, roles, setting } from "../simulate/aProcess.ts";

const words = { en: "Tried", zh: "尝试" };
export const inADay = { amount: 1, unit: "day", calendar: "working" } as const;

/** A request, for tests: asked for, approved by bob (over 100 only), mailed, and remembered after three working days. */
export const definition = aProcess({
  variables: { file: "text" },
  stages: {
    asked: {
      moves: {
        submit: {
          to: "split",
          trigger: { by: "person", who: roles("ann") },
          guard: { condition: { when: "record.total > 0" }, sentence: { en: "Priced", zh: "已定价" } },
        },
        drop: { to: "gone", trigger: { by: "person", who: roles("ann") }, reason: "required" },
        forget: { to: "gone", trigger: { by: "timer", after: { ...inADay, amount: 9 } } },
      },
      steps: {
        split: { kind: "branch" },
        sign: approvalOf(["bob"]),
        mail: {
          kind: "action",
          block: "mail",
          inputs: { to: { value: "a@b.example" }, subject: { value: "Hi" } },
          onUnknown: "ask",
          outputs: { file: "messageId" },
        },
      },
    },
    won: { final: "won", milestone: "tried.won", entry: "note", steps: { note: setting("note", "'done'") } },
    gone: { final: "lost" },
  },
  wires: [
    ["start", "asked"],
    ["split", "sign", "when record.total > 100"],
    ["split", "mail", "default"],
    ["sign", "mail", "outcome approved"],
    ["sign", "gone", "outcome rejected"],
    ["sign", "gone", "outcome withdrawn"],
    ["mail", "won"],
  ],
});
export const plan = compile(definition, recordSchemas);

/** A story of ann, who asks, and bob, who signs. */
export const aStory = (
  steps: readonly StoryStep[],
  given: Partial<StoryInput["given"]> = {},
  expected: readonly Expectation[] = [],
): Story =>
  storySchema.parse({
    id: "tried",
    name: words,
    given: {
      by: "ann",
      at: "2026-11-27T01:00:00.000Z",
      people: [
        { id: "ann", roles: ["ann"] },
        { id: "bob", roles: ["bob"] },
      ],
      ownerId: "ann",
      record: { total: "150.00" },
      ...given,
      expect: [...expected],
    },
    steps: [...steps],
  });

export const submit: StoryStep = { when: { do: "move", by: "ann", move: "submit" }, expect: [] };
export const approve: StoryStep = { when: { do: "act", by: "bob", at: "sign", act: { do: "approve" } }, expect: [] };
export const mailed: StoryStep = {
  when: { do: "effect", at: "mail", ends: { as: "done", output: { messageId: "m1" } } },
  expect: [],
};
export const whole = [submit, approve, mailed];
