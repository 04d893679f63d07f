import type { LocalText } from "@sluice/problems";
import type { PathStep } from "../verify/pathStep.ts";
import type { FindingCode } from "./findingCodes.ts";
import type { FindingDetail } from "./findingDetail.ts";

/** Where a finding is: the whole process when nothing is named. `path` is the setting inside the element, with dots. */
export interface Place {
  readonly node?: string;
  readonly edge?: string;
  readonly move?: string;
  readonly path?: string;
}

/** One thing that is wrong with a definition: how bad, where, in words, and how to put it right. Codes are permanent. */
export interface Finding extends Place {
  /** Errors block publishing; warnings are acknowledged. */
  readonly severity: "error" | "warning";
  readonly code: FindingCode;
  readonly message: LocalText;
  readonly fix?: LocalText;
  /** What a program needs to put it right. */
  readonly detail?: FindingDetail;
  /** For a control point that fails: the steps of the shortest way on which it does. */
  readonly example?: readonly PathStep[];
}

/** Whether a finding blocks publishing. */
export const isError = ({ severity }: Pick<Finding, "severity">): boolean => severity === "error";

/** How many findings block publishing. */
export const countErrors = (findings: readonly Pick<Finding, "severity">[]): number => findings.filter(isError).length;

interface Words {
  readonly en: string;
  readonly zh: string;
  /** What to do about it. */
  readonly fix?: LocalText;
  readonly detail?: FindingDetail;
}

const findingOf = (
  severity: Finding["severity"],
  code: FindingCode,
  place: Place,
  { en, zh, fix, detail }: Words,
): Finding => ({
  severity,
  code,
  message: { en, zh },
  ...place,
  ...(fix ? { fix } : {}),
  ...(detail && Object.keys(detail).length > 0 ? { detail } : {}),
});

/** A finding that blocks publishing. */
export const error = (code: FindingCode, place: Place, words: Words): Finding => findingOf("error", code, place, words);

/** A finding to think about. */
export const warning = (code: FindingCode, place: Place, words: Words): Finding =>
  findingOf("warning", code, place, words);
