import type { ProcessDefinition } from "@sluice/process";
import type { CommandLog } from "../canvas/model/commandLog.ts";

/** What this browser remembers of a draft: its undo log, and the definition while the server does not have it. */
export interface KeptDraft {
  readonly rev: number;
  readonly log: CommandLog;
  readonly unsaved: ProcessDefinition | null;
}

const keyOf = (processKey: string): string => `sluice.draft.${processKey}`;

/** Remembers a draft over a reload. A browser that has no room left goes on without. */
export const keepDraft = (processKey: string, kept: KeptDraft): void => {
  try {
    localStorage.setItem(keyOf(processKey), JSON.stringify(kept));
  } catch {
    localStorage.removeItem(keyOf(processKey));
  }
};

export const keptDraft = (processKey: string): KeptDraft | null => {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(processKey)) ?? "null") as KeptDraft | null;
    return kept && typeof kept.rev === "number" && Array.isArray(kept.log.past) ? kept : null;
  } catch {
    return null;
  }
};
