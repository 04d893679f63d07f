import type { Clip } from "../model/clip.ts";

const storageKey = "sluice.canvas.clip";

/** Keeps a copy for this browser, so that it can be pasted into another process. */
export const keepClip = (clip: Clip): void => {
  if (clip.nodes.length > 0) localStorage.setItem(storageKey, JSON.stringify(clip));
};

/** What was copied last; null when nothing was or it cannot be read. */
export const keptClip = (): Clip | null => {
  try {
    const clip = JSON.parse(localStorage.getItem(storageKey) ?? "null") as Clip | null;
    return clip && Array.isArray(clip.nodes) && Array.isArray(clip.edges) ? clip : null;
  } catch {
    return null;
  }
};
