import type { ProcessDefinition } from "@sluice/process";
import type { CommandLog } from "../canvas/model/commandLog.ts";
import type { Ground } from "./ground.ts";

/** What a browser remembers of a draft. */
export interface KeptDraft {
  /** What the server held when it was kept. */
  readonly ground: Ground;
  readonly log: CommandLog;
  /** The work that the server does not have, and what it held when that work began; null while it has everything. */
  readonly unsaved: { readonly definition: ProcessDefinition; readonly origin: ProcessDefinition } | null;
}

const keyOf = (processKey: string): string => `sluice.draft.${processKey}`;

/** This tab's own memory comes first: several tabs may draw the same process. The browser's is there when a tab was closed. */
const memories = (): readonly Storage[] => [sessionStorage, localStorage];

/** Remembers a draft over a reload, and over closing the tab. A browser that has no room left goes on without. */
export const keepDraft = (processKey: string, kept: KeptDraft): void => {
  const text = JSON.stringify(kept);
  for (const memory of memories())
    try {
      memory.setItem(keyOf(processKey), text);
    } catch {
      memory.removeItem(keyOf(processKey));
    }
};

const read = (text: string | null): KeptDraft | null => {
  try {
    const kept = JSON.parse(text ?? "null") as KeptDraft | null;
    return kept && typeof kept.ground?.rev === "number" && Array.isArray(kept.log?.past) ? kept : null;
  } catch {
    return null;
  }
};

/** What this tab remembers of a draft; a tab that never saw it asks what any tab of the browser does. */
export const keptDraft = (processKey: string): KeptDraft | null =>
  memories().reduce<KeptDraft | null>((kept, memory) => kept ?? read(memory.getItem(keyOf(processKey))), null);
