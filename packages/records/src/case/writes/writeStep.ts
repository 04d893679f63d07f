import type { Plan, Write } from "@sluice/process";
import type { Authorship } from "../../record/authorship.ts";
import type { DoorTransaction } from "../../transaction/doorTransaction.ts";
import type { CaseInHand } from "../caseInHand.ts";

/** The step whose writes are applied. */
export interface WriteStep {
  readonly tx: DoorTransaction;
  readonly it: CaseInHand;
  readonly plan: Plan;
  readonly by: Authorship;
  readonly seq: number;
  /** The person who took the step, or null for the machine. */
  readonly personId: string | null;
}

/** One kind of write of the kernel. */
export type WriteOf<Kind extends Write["write"]> = Extract<Write, { write: Kind }>;
