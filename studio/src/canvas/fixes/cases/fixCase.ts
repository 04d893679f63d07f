import type { CheckCode, CheckWorld, ProcessDefinition } from "@sluice/process";
import type { FixName } from "../fix.ts";

/** A definition with something wrong, and what the first fix that may be pressed then does. */
export interface FixCase {
  readonly code: CheckCode;
  readonly does: FixName;
  readonly has: ProcessDefinition;
  /** The element whose finding is meant, where several have one. */
  readonly at?: string;
  /** What is offered besides; it puts the finding right as well. */
  readonly or?: FixName;
  /** What there is in the firm besides what all cases are checked in. */
  readonly world?: CheckWorld;
}

export const inBoth = (text: string) => ({ en: text, zh: text });
