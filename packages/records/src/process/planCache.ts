import type { Plan } from "@sluice/process";

/** Plans by the hash of their definition, the longest unused given up when they weigh too much together. */
export interface PlanCache {
  find(hash: string): Plan | null;
  keep(hash: string, plan: Plan, bytes: number): void;
  /** Forgets them all: the fields that they were compiled with have changed. */
  clear(): void;
}

/** A compiled plan is about this many times as heavy as its JSON. */
const HEAVIER = 8;

export const planCache = (limitBytes = 64 * 1024 * 1024): PlanCache => {
  const kept = new Map<string, { readonly plan: Plan; readonly bytes: number }>();
  let total = 0;
  const drop = (hash: string): void => {
    total -= kept.get(hash)?.bytes ?? 0;
    kept.delete(hash);
  };
  return {
    clear: () => {
      kept.clear();
      total = 0;
    },
    find: (hash) => {
      const found = kept.get(hash);
      if (found === undefined) return null;
      kept.delete(hash);
      kept.set(hash, found);
      return found.plan;
    },
    keep: (hash, plan, jsonBytes) => {
      const bytes = jsonBytes * HEAVIER;
      drop(hash);
      kept.set(hash, { plan, bytes });
      total += bytes;
      for (const oldest of kept.keys()) {
        if (total <= limitBytes || oldest === hash) break;
        drop(oldest);
      }
    },
  };
};
