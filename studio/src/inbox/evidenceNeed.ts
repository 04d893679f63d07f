import type { ProcessDefinition } from "@sluice/process";

/** What must come with a verdict beside its comment. */
export interface EvidenceNeed {
  readonly attachment: boolean;
  readonly signature: boolean;
}

const nothing: EvidenceNeed = { attachment: false, signature: false };

/** Whether a step wants a file or a signature with an act, as its process says; only verdicts of an approval ever do. */
export const evidenceNeed = (definition: ProcessDefinition | null, node: string, act: string): EvidenceNeed => {
  const step = definition?.nodes.find((it) => it.id === node);
  if (step?.kind !== "approval" || (act !== "approve" && act !== "reject" && act !== "sendBack")) return nothing;
  return { attachment: step.attachment[act], signature: step.signature[act] };
};

/** Whether any verdict of a step is to be signed: then there is a place to sign. */
export const takesSignature = (definition: ProcessDefinition | null, node: string): boolean =>
  ["approve", "reject", "sendBack"].some((act) => evidenceNeed(definition, node, act).signature);
