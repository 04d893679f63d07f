import type { ProcessDefinitionInput } from "@sluice/process";

const named = (text: string) => ({ en: text, zh: text });

/** Moves on when the customer comes to be graded A; to enter it takes the grade away, after the move began to wait. */
export const regrading: ProcessDefinitionInput = {
  format: 2,
  key: "regrading",
  name: named("Regrading"),
  kind: "side",
  recordType: "customer",
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
    {
      id: "asking",
      kind: "stage",
      key: "asking",
      order: 1,
      name: named("Asking"),
      entry: "take",
      moves: [
        {
          id: "graded",
          name: named("Graded"),
          to: "done",
          trigger: { by: "condition", condition: { when: "record.?grade.orValue('') == 'A'" } },
        },
      ],
    },
    {
      id: "take",
      kind: "action",
      stage: "asking",
      name: named("Take the grade away"),
      block: "setFields",
      inputs: { grade: { value: "C" } },
    },
    { id: "done", kind: "stage", key: "done", order: 2, name: named("Done"), final: "done" },
  ],
  edges: [{ id: "begin", from: "start", to: "asking" }],
};
