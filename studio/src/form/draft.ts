import type { FieldValues } from "../api/shapes.ts";

/** Unsaved input: the fields as they stood at the first keystroke, and what was typed over them. */
export interface Draft {
  readonly version: number;
  readonly base: FieldValues;
  readonly edits: FieldValues;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** Tells which fields somebody else changed since the draft began: `both` were typed here too, `theirs` were not. Pure. */
export const overlapOf = (
  draft: Draft | null,
  standing: { readonly version: number; readonly fields: FieldValues },
): { readonly both: readonly string[]; readonly theirs: readonly string[] } => {
  if (draft === null || draft.version === standing.version) return { both: [], theirs: [] };
  const changed = Object.keys(standing.fields).filter(
    (path) => path !== "updatedAt" && !same(draft.base[path], standing.fields[path]),
  );
  const typed = new Set(Object.keys(draft.edits));
  return {
    both: changed.filter((path) => typed.has(path) && !same(draft.edits[path], standing.fields[path])),
    theirs: changed.filter((path) => !typed.has(path)),
  };
};

/**
 * Tells whether what stands now already says what was typed: the save went through although its answer was lost. Pure.
 *
 * What the door adds (ids of new lines, sums) does not count against it.
 */
export const isReached = (
  draft: Draft | null,
  standing: { readonly version: number; readonly fields: FieldValues },
): boolean =>
  draft !== null &&
  draft.version < standing.version &&
  Object.entries(draft.edits).every(([path, typed]) => holds(standing.fields[path], typed));

const holds = (standing: unknown, typed: unknown): boolean => {
  if (Array.isArray(typed))
    return (
      Array.isArray(standing) &&
      standing.length === typed.length &&
      typed.every((it, index) => holds(standing[index], it))
    );
  if (typeof typed === "object" && typed !== null)
    return (
      typeof standing === "object" &&
      standing !== null &&
      Object.entries(typed).every(([key, it]) => holds((standing as Readonly<Record<string, unknown>>)[key], it))
    );
  return (standing ?? null) === (typed ?? null);
};
