import { problem, Refusal } from "@sluice/problems";
import type { Happening } from "@sluice/process";
import type { CaseInHand } from "../case/caseInHand.ts";
import { lockCase } from "../case/lockCase.ts";
import { saveCase } from "../case/saveCase.ts";
import { stampFor, takeStep } from "../case/takeStep.ts";
import type { CommandOf } from "../command/commandOf.ts";
import { runCommand, type CommandInHand } from "../command/runCommand.ts";
import type { Committed } from "../door.ts";
import type { House } from "../house.ts";
import type { DoorTransaction } from "../transaction/doorTransaction.ts";
import { committedCase } from "./committed.ts";

interface OnCase {
  readonly command: CommandOf<unknown>;
  /** The case meant; runs before anything is locked. */
  readonly caseIdOf: (tx: DoorTransaction) => Promise<string>;
  /** What forbids it besides the kernel. */
  readonly allow: (tx: DoorTransaction, it: CaseInHand, by: CommandInHand) => Promise<void>;
  /** Does without the kernel what is none of its business; answers whether it did. */
  readonly instead?: (tx: DoorTransaction, it: CaseInHand, by: CommandInHand) => Promise<boolean>;
  /** What happened, in the kernel's words. */
  readonly happening: (tx: DoorTransaction) => Promise<Happening>;
}

/**
 * Takes a person's step of a case: lock, authorise, advance, control points, write, tell.
 *
 * @problem EVENT_NOT_APPLICABLE - the case has moved on
 */
export const onCase = (house: House, { command, caseIdOf, allow, instead, happening }: OnCase): Promise<Committed> =>
  runCommand(house, command, async (tx, by) => {
    const caseId = await caseIdOf(tx);
    const it = await lockCase(tx, caseId);
    await allow(tx, it, by);
    if ((await instead?.(tx, it, by)) === true) return committedCase(tx, it);
    const at = await stampFor(tx, it);
    const actor = { kind: "person", personId: by.asker.id } as const;
    const step = await takeStep(tx, it, {
      happening: await happening(tx),
      by: { actor, via: by.caller.via, at, commandId: by.commandId },
    });
    if (step === null) throw new Refusal([problem("EVENT_NOT_APPLICABLE")]);
    await saveCase(tx, it);
    return committedCase(tx, it);
  });
