import type { LocalText } from "@sluice/problems";
import type { Range } from "../../expression/pathUses.ts";
import type { Finding } from "../finding.ts";
import type { FindingCode } from "../findingCodes.ts";

/** One thing that is wrong with an expression, and where in its text. */
export interface ExpressionFault extends Pick<Finding, "severity" | "code" | "message" | "fix"> {
  readonly from: number;
  readonly to: number;
  /** What puts it right in the place of what is wrong. */
  readonly replacement?: string;
  /** The whole text with this put right wherever it stands in it. */
  readonly mended?: string;
}

/** A fault at a place of the text. */
export const fault = (
  severity: "error" | "warning",
  code: FindingCode,
  at: Range,
  words: LocalText,
  fix?: LocalText,
): ExpressionFault => ({
  severity,
  code,
  message: words,
  ...(fix ? { fix } : {}),
  from: at.start,
  to: at.end,
});
