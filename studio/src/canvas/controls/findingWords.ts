import type { ProcessDefinition } from "@sluice/process";
import type { Finding } from "../problems/finding.ts";
import { type Sayings, textIn } from "../sayings/sayings.ts";
import { controlWords } from "./controlWords.ts";
import { controlIndexOf, isOfProof } from "./proof.ts";

/** What a finding says: of a proof with the control point as the reader reads it, of a check as the checker put it. */
export const findingWords = (sayings: Sayings, definition: ProcessDefinition, finding: Finding): string => {
  const control = definition.controls?.[controlIndexOf(finding) ?? -1];
  if (control === undefined || !isOfProof(finding)) return textIn(sayings, finding.message);
  const found = finding.severity === "error" ? "fails" : "notProved";
  return sayings.say(`controls.found.${found}`, { control: controlWords(sayings, definition, control) });
};
