import type { ProcessDefinition } from "@sluice/process";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { schemaFindings } from "../canvas/problems/schemaFindings.ts";
import type { CanvasStore } from "../canvas/store/canvasStore.ts";
import type { Ground } from "./ground.ts";
import { keepDraft } from "./keptDraft.ts";
import type { StudioPorts } from "./studioPorts.ts";

/** `saved` is said only when the server has exactly what is on the screen. */
export type SaveStatus = "saved" | "unsaved" | "saving" | "failed" | "incomplete" | "conflict";

const PAUSE_MS = 700;
const conflicts = new Set(["DRAFT_CHANGED", "VERSION_MOVED_ON", "VERSION_CONFLICT"]);

/** Whether one ground came after another. An answer that was on its way while something was published is older, whatever its rev. */
export const isNewer = (one: Pick<Ground, "turn" | "rev">, other: Pick<Ground, "turn" | "rev">): boolean =>
  one.turn > other.turn || (one.turn === other.turn && one.rev > other.rev);

interface AutosaveInput {
  readonly store: CanvasStore;
  readonly ports: StudioPorts;
  readonly ground: Ground;
  /** What the server holds at `rev`. */
  readonly saved: ProcessDefinition;
}

/**
 * Saves the draft a moment after the last change, one save at a time, each on the revision it was made from. A refused or lost
 * save keeps the work in this browser and says so; a draft whose settings do not parse waits until they do.
 */
export const useAutosave = ({ store, ports, ground: first, saved: firstSaved }: AutosaveInput) => {
  const [status, setStatus] = useState<SaveStatus>(store.getState().definition === firstSaved ? "saved" : "unsaved");
  const [ground, setGround] = useState(first);
  const current = useRef({ ground: first, saved: firstSaved, isSaving: false, isBlocked: false });
  const timer = useRef<number | undefined>(undefined);

  const keep = useCallback(() => {
    const { definition, log } = store.getState();
    const { saved, ground: at } = current.current;
    keepDraft(definition.key, {
      ground: at,
      log,
      unsaved: definition === saved ? null : { definition, origin: saved },
    });
  }, [store]);

  const flush = useCallback(
    async function save(): Promise<boolean> {
      const now = current.current;
      const { definition } = store.getState();
      if (definition === now.saved) return true;
      if (now.isSaving || now.isBlocked) return false;
      if (schemaFindings(definition).length > 0) {
        setStatus("incomplete");
        return false;
      }
      now.isSaving = true;
      setStatus("saving");
      try {
        const answer = await ports.save(definition, now.ground);
        const next = { ...now.ground, rev: answer.rev };
        Object.assign(now, { ground: next, saved: definition });
        setGround(next);
        if (store.getState().definition === definition) store.getState().judge({ checked: answer.findings });
      } catch (error) {
        now.isBlocked = ports.problems(error).some(({ code }) => conflicts.has(code));
        setStatus(now.isBlocked ? "conflict" : "failed");
        return false;
      } finally {
        now.isSaving = false;
        keep();
      }
      const isCurrent = store.getState().definition === now.saved;
      setStatus(isCurrent ? "saved" : "unsaved");
      if (!isCurrent) timer.current = window.setTimeout(() => void save(), PAUSE_MS);
      return isCurrent;
    },
    [store, ports, keep],
  );

  useEffect(() => {
    const soon = () => {
      window.clearTimeout(timer.current);
      if (store.getState().definition === current.current.saved) setStatus("saved");
      else {
        setStatus((before) => (before === "conflict" || before === "saving" ? before : "unsaved"));
        timer.current = window.setTimeout(() => void flush(), PAUSE_MS);
      }
      keep();
    };
    if (store.getState().definition !== current.current.saved) soon();
    const stop = store.subscribe((state, before) => {
      if (state.definition !== before.definition) soon();
    });
    return () => {
      stop();
      window.clearTimeout(timer.current);
    };
  }, [store, flush, keep]);

  /** Takes what the server holds as the new ground: after discarding, publishing, or somebody else's change. */
  const rebase = useCallback(
    (saved: ProcessDefinition, at: Ground) => {
      Object.assign(current.current, { saved, ground: at, isBlocked: false });
      setGround(at);
      if (store.getState().definition === saved) setStatus("saved");
      else void flush();
      keep();
    },
    [store, flush, keep],
  );

  /** What the server held when the work here began: where it is merged from. */
  const origin = useCallback(() => current.current.saved, []);

  return useMemo(() => ({ status, ground, origin, flush, rebase }), [status, ground, origin, flush, rebase]);
};

export type Autosave = ReturnType<typeof useAutosave>;
