import type { ProcessDefinitionInput } from "@sluice/process";

const named = (text: string) => ({ en: text, zh: text });
const elapsed = (amount: number) => ({ amount, unit: "hour" as const, calendar: "elapsed" as const });
const rep = { by: "person" as const, who: [{ by: "role" as const, role: "rep" }] };

/**
 * Two stages of customers that do things by themselves: leaving the first notes it and founds a branch office, entering the
 * second sets its grade. The move goes by hand, or by time after a day; after half of it the sales manager is told.
 */
export const watchfulStages: ProcessDefinitionInput = {
  format: 2,
  key: "watchfulStages",
  name: named("Watchful stages"),
  kind: "side",
  recordType: "customer",
  variables: [{ key: "branch", name: named("Branch"), type: "record" }],
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
    {
      id: "first",
      kind: "stage",
      key: "first",
      order: 1,
      name: named("First"),
      owner: [{ by: "role", role: "salesManager" }],
      ageLimit: { after: elapsed(12), warnAfter: elapsed(6) },
      exitActions: [
        { block: "setFields", inputs: { note: { expression: "'Left by ' + record.name" } } },
        {
          block: "createRecord",
          inputs: { recordType: { value: "customer" }, fields: { expression: "{'name': record.name + ' branch'}" } },
          outputs: { branch: "record" },
        },
      ],
      moves: [
        { id: "go", name: named("Go on"), to: "second", trigger: rep },
        {
          id: "late",
          name: named("Too long"),
          to: "second",
          trigger: { by: "timer", after: { amount: 1, unit: "day", calendar: "elapsed" } },
        },
      ],
    },
    {
      id: "second",
      kind: "stage",
      key: "second",
      order: 2,
      name: named("Second"),
      final: "done",
      entryActions: [{ block: "setFields", inputs: { grade: { expression: "record.?website.orValue('A')" } } }],
    },
  ],
  edges: [{ id: "begin", from: "start", to: "first" }],
};
