import type { ProcessDefinitionInput } from "@sluice/process";
import { untilWord } from "./processes.ts";

const named = (text: string) => ({ en: text, zh: text });
const reps = { by: "person" as const, who: [{ by: "role" as const, role: "rep" }] };

type Start = Extract<ProcessDefinitionInput["nodes"][number], { kind: "start" }>;

/** A side process of customers that begins by what is said, knows an amount, and rests until it is closed. */
export const begunBy = (
  key: string,
  trigger: Start["trigger"],
  concurrency: NonNullable<Start["concurrency"]> = "parallel",
): ProcessDefinitionInput => ({
  format: 2,
  key,
  name: named(key),
  kind: "side",
  recordType: "customer",
  variables: [{ key: "amount", name: named("Amount"), type: "decimal" }],
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger, concurrency },
    {
      id: "seen",
      kind: "stage",
      key: "seen",
      order: 1,
      name: named("Seen"),
      moves: [{ id: "close", name: named("Close"), to: "closed", trigger: reps }],
    },
    { id: "closed", kind: "stage", key: "closed", order: 2, name: named("Closed"), final: "done" },
  ],
  edges: [{ id: "begin", from: "start", to: "seen" }],
});

/** Waits for word under the customer's number. */
export const untilKeyedWord: ProcessDefinitionInput = {
  ...untilWord,
  key: "untilKeyedWord",
  nodes: untilWord.nodes.map((node) => (node.kind === "message" ? { ...node, key: "record.number" } : node)),
};
