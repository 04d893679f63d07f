import type { Happening } from "@sluice/process";
import type { CaseInHand } from "../case/caseInHand.ts";
import { takeStep } from "../case/takeStep.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";

/** Takes a step that the carrier brought about. False when it came too late for the case. */
export const carrierStep = async (
  tx: DoorTransaction,
  it: CaseInHand,
  { happening, at, name }: { readonly happening: Happening; readonly at: string; readonly name: "carrier" | "clock" },
): Promise<boolean> =>
  (await takeStep(tx, it, {
    happening,
    by: { actor: { kind: "system", name }, via: "process", at, commandId: null },
  })) !== null;
