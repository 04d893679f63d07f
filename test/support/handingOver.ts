import type { ProcessDefinitionInput } from "@sluice/process";

const named = (text: string) => ({ en: text, zh: text });
const start = {
  id: "start",
  kind: "start" as const,
  name: named("Start"),
  trigger: { on: "manual" as const },
  concurrency: "parallel" as const,
};
const over = { id: "over", kind: "stage" as const, key: "over", order: 2, name: named("Over"), final: "done" as const };

/** A decision that sets a variable by what another says. */
const deciding = (asked: string, found: string, rules: readonly (readonly [test: string, sets: string])[]) => ({
  kind: "branch" as const,
  name: named("Decide"),
  stage: "open",
  table: {
    hit: "F" as const,
    inputs: [{ expression: `vars.?${asked}.orValue('')` }],
    outputs: [{ variable: found }],
    rules: rules.map(([test, sets]) => ({ tests: [test], results: [sets] })),
  },
});

const variables = (...keys: readonly string[]) => keys.map((key) => ({ key, name: named(key), type: "text" as const }));

/** Is handed `asked`, and says in `found` whether it was high. */
export const looksAtIt: ProcessDefinitionInput = {
  format: 2,
  key: "looksAtIt",
  name: named("Look at it"),
  kind: "side",
  recordType: "customer",
  variables: variables("asked", "found"),
  nodes: [
    start,
    { id: "open", kind: "stage", key: "open", order: 1, name: named("Open"), entry: "look" },
    {
      id: "look",
      ...deciding("asked", "found", [
        ['"high"', "seen"],
        ["-", "unseen"],
      ]),
    },
    over,
  ],
  edges: [
    { id: "begin", from: "start", to: "open" },
    { id: "toOver", from: "look", to: "over", on: { kind: "default" } },
  ],
};

/** Hands `level` over as `asked`, brings `found` back as `answer`, and stays until somebody leaves. */
export const asksForALook: ProcessDefinitionInput = {
  ...looksAtIt,
  key: "asksForALook",
  name: named("Ask for a look"),
  variables: variables("level", "answer"),
  nodes: [
    start,
    {
      id: "open",
      kind: "stage",
      key: "open",
      order: 1,
      name: named("Open"),
      entry: "set",
      moves: [{ id: "leave", name: named("Leave"), to: "over", trigger: { by: "person" } }],
    },
    { id: "set", ...deciding("level", "level", [["-", "high"]]) },
    {
      id: "call",
      kind: "subprocess",
      stage: "open",
      name: named("Look"),
      process: "looksAtIt",
      handOver: { asked: "level" },
      bringBack: { answer: "found" },
    },
    over,
  ],
  edges: [
    { id: "begin", from: "start", to: "open" },
    { id: "toCall", from: "set", to: "call", on: { kind: "default" } },
  ],
};
