import { isSameJson, type Json, type ProcessDefinition } from "@sluice/process";
import type { CommandLog } from "../canvas/model/commandLog.ts";
import type { Ground } from "./ground.ts";
import type { KeptDraft } from "./keptDraft.ts";

/** Where work on a draft begins: what is drawn, its undo log, and what the server held when that work was begun. */
export interface Beginning {
  readonly definition: ProcessDefinition;
  readonly log: CommandLog | null;
  readonly ground: Ground;
  readonly saved: ProcessDefinition;
}

const isSameGround = (one: Ground, other: Ground): boolean =>
  one.turn === other.turn && one.rev === other.rev && one.base === other.base;

/**
 * Work that was kept because the server does not have it is never dropped: where the server holds something else by now, it goes on
 * from the ground it was begun on, so that saving it meets the other's and both can be merged. Undo goes on where nothing came
 * in between.
 */
export const beginningOf = (held: Pick<Beginning, "definition" | "ground">, kept: KeptDraft | null): Beginning => {
  const begun = { ...held, saved: held.definition, log: null };
  if (kept === null) return begun;
  const { ground, log, unsaved } = kept;
  const isUntouched = isSameGround(ground, held.ground);
  // where it is what the server holds by now, only the answer to a save was lost
  const isHeld = unsaved && isSameJson(unsaved.definition as unknown as Json, held.definition as unknown as Json);
  if (unsaved === null || isHeld) return { ...begun, log: isUntouched || isHeld ? log : null };
  const { definition, origin } = unsaved;
  return isUntouched ? { ...begun, definition, log } : { definition, log, ground, saved: origin };
};
