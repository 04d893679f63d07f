import type { Draft } from "./draft.ts";

const prefix = "sluice.draft.";

/** Keeps unsaved input in this tab, over a reload and an ended session. */
export const keepDraft = (key: string, draft: Draft): void =>
  sessionStorage.setItem(prefix + key, JSON.stringify(draft));
export const forgetDraft = (key: string): void => sessionStorage.removeItem(prefix + key);

export const keptDraft = (key: string): Draft | null => {
  try {
    return JSON.parse(sessionStorage.getItem(prefix + key) ?? "null") as Draft | null;
  } catch {
    return null;
  }
};
