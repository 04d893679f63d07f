import type { Json } from "@sluice/process";
import { useCallback, useEffect, useMemo, useState } from "react";
import type { FieldValues } from "../api/shapes.ts";
import { isReached, overlapOf, type Draft } from "./draft.ts";
import { forgetDraft, keepDraft, keptDraft } from "./draftStore.ts";

interface Standing {
  readonly version: number;
  readonly fields: FieldValues;
}

export interface RecordDraft {
  /** What the form shows: what stands, with the person's input over it. */
  readonly values: FieldValues;
  /** Only the input. */
  readonly edits: FieldValues;
  readonly isDirty: boolean;
  readonly count: number;
  readonly change: (path: string, value: Json) => void;
  readonly discard: () => void;
  /** Takes some of the input back, all at once. */
  readonly drop: (paths: readonly string[]) => void;
  /** Fields that somebody else changed since the first keystroke: those typed here too, and the others. */
  readonly changedMeanwhile: { readonly both: readonly string[]; readonly theirs: readonly string[] };
  readonly keepMine: (path: string) => void;
  readonly takeTheirs: (path: string) => void;
}

/**
 * A person's unsaved input over a record. It is kept over a reload and an ended session, and never overwritten by news: what
 * somebody else changed meanwhile is told, field by field.
 */
export const useRecordDraft = (key: string, standing: Standing): RecordDraft => {
  const [typed, setDraft] = useState<Draft | null>(() => keptDraft(key));
  const write = useCallback(
    (next: Draft | null) => {
      setDraft(next);
      if (next === null) forgetDraft(key);
      else keepDraft(key, next);
    },
    [key],
  );
  // A save whose answer was lost went through after all: nothing is left unsaved.
  const isSaved = isReached(typed, standing);
  const draft = isSaved ? null : typed;
  useEffect(() => {
    if (isSaved) forgetDraft(key);
  }, [isSaved, key]);
  const edits = draft?.edits ?? noEdits;
  const values = useMemo(() => ({ ...standing.fields, ...edits }), [standing.fields, edits]);
  const changedMeanwhile = useMemo(() => overlapOf(draft, standing), [draft, standing]);

  const change = (path: string, value: Json): void => {
    const base = draft?.base ?? standing.fields;
    const { [path]: _dropped, ...others } = edits;
    const isBack = JSON.stringify(value) === JSON.stringify(base[path] ?? null);
    const next = isBack ? others : { ...others, [path]: value };
    write(Object.keys(next).length === 0 ? null : { base, version: draft?.version ?? standing.version, edits: next });
  };
  const drop = (paths: readonly string[]): void => {
    if (draft === null) return;
    const next = Object.fromEntries(Object.entries(draft.edits).filter(([path]) => !paths.includes(path)));
    write(Object.keys(next).length === 0 ? null : { ...draft, edits: next });
  };
  const rebase = (path: string, keep: boolean): void => {
    if (draft === null) return;
    const { [path]: mine, ...others } = draft.edits;
    const next: FieldValues = keep && mine !== undefined ? { ...others, [path]: mine } : others;
    write(
      Object.keys(next).length === 0
        ? null
        : { ...draft, base: { ...draft.base, [path]: standing.fields[path] ?? null }, edits: next },
    );
  };

  return {
    values,
    edits,
    isDirty: draft !== null,
    count: Object.keys(edits).length,
    change,
    discard: () => write(null),
    drop,
    changedMeanwhile,
    keepMine: (path) => rebase(path, true),
    takeTheirs: (path) => rebase(path, false),
  };
};

const noEdits: FieldValues = {};
