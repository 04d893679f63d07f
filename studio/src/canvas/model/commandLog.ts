import type { ProcessDefinition } from "@sluice/process";
import { applyPatch, type DefinitionPatch, isEmptyPatch, patchBetween } from "./definitionPatch.ts";

/** One undoable gesture. Entries with the same `burst` that follow each other closely become one. */
export interface LogEntry {
  readonly patch: DefinitionPatch;
  readonly burst: string | null;
  readonly atMs: number;
}

export interface CommandLog {
  readonly past: readonly LogEntry[];
  readonly future: readonly LogEntry[];
}

export const emptyLog: CommandLog = { past: [], future: [] };

/** How long a pause ends a burst of typing or arrow keys. */
export const BURST_PAUSE_MS = 1_000;
const MOST_ENTRIES = 200;

interface Recorded {
  readonly before: ProcessDefinition;
  readonly after: ProcessDefinition;
  readonly burst: string | null;
  readonly atMs: number;
}

/** Notes one edit. One gesture is one entry; an edit that changed nothing is none; what had been undone is forgotten. */
export const record = (log: CommandLog, { before, after, burst, atMs }: Recorded): CommandLog => {
  const patch = patchBetween(before, after);
  if (isEmptyPatch(patch)) return log;
  const last = log.past.at(-1);
  const goesOn =
    last !== undefined &&
    burst !== null &&
    last.burst === burst &&
    atMs - last.atMs < BURST_PAUSE_MS &&
    log.future.length === 0;
  if (!goesOn) return { past: [...log.past, { patch, burst, atMs }].slice(-MOST_ENTRIES), future: [] };
  const start = applyPatch(before, last.patch, "undo");
  const merged = patchBetween(start, after);
  const past = log.past.slice(0, -1);
  return { past: isEmptyPatch(merged) ? past : [...past, { patch: merged, burst, atMs }], future: [] };
};

/** Takes the last gesture back; null when there is none. */
export const undo = (
  log: CommandLog,
  definition: ProcessDefinition,
): { log: CommandLog; definition: ProcessDefinition } | null => {
  const last = log.past.at(-1);
  if (!last) return null;
  return {
    definition: applyPatch(definition, last.patch, "undo"),
    log: { past: log.past.slice(0, -1), future: [last, ...log.future] },
  };
};

/** Does again what was taken back last; null when there is nothing. */
export const redo = (
  log: CommandLog,
  definition: ProcessDefinition,
): { log: CommandLog; definition: ProcessDefinition } | null => {
  const [next, ...future] = log.future;
  if (!next) return null;
  return {
    definition: applyPatch(definition, next.patch, "redo"),
    log: { past: [...log.past, { ...next, burst: null }], future },
  };
};
