import type { ProcessDefinitionInput } from "@sluice/process";

const named = (text: string) => ({ en: text, zh: text });

/**
 * Finance approves with words, a file and a signature that only finance may read; then a call to another system, which the sales
 * manager may settle when it fails, as they may give the approval to somebody else.
 */
export const signing: ProcessDefinitionInput = {
  format: 2,
  key: "signing",
  name: named("Signing"),
  kind: "side",
  recordType: "customer",
  nodes: [
    { id: "start", kind: "start", name: named("Start"), trigger: { on: "manual" }, concurrency: "parallel" },
    { id: "checking", kind: "stage", key: "checking", order: 1, name: named("Checking"), entry: "sign" },
    {
      id: "sign",
      kind: "approval",
      stage: "checking",
      name: named("Sign"),
      who: [{ by: "role", role: "finance" }],
      mode: { by: "any" },
      onEmpty: { do: "admin" },
      permissions: { intervene: [{ by: "role", role: "salesManager" }], evidence: ["finance"] },
    },
    {
      id: "call",
      kind: "action",
      stage: "checking",
      name: named("Call"),
      block: "webhook",
      retries: 0,
      inputs: { url: { value: "https://firm.example/" } },
      permissions: { intervene: [{ by: "role", role: "salesManager" }] },
    },
    { id: "over", kind: "stage", key: "over", order: 2, name: named("Over"), final: "done" },
  ],
  edges: [
    { id: "begin", from: "start", to: "checking" },
    { id: "yes", from: "sign", to: "call", on: { kind: "outcome", outcome: "approved" } },
    { id: "called", from: "call", to: "over" },
  ],
};
