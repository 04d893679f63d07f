import type { RecordSchema } from "@sluice/domain";
import type { ProcessDefinition } from "@sluice/process";
import { useCallback, useEffect, useRef, useState } from "react";
import type { PlayedStories } from "./playStories.ts";
import { theStoriesDesk } from "./theStoriesDesk.ts";

/** The stories of a draft as they are played beside the page. */
export interface StoriesAtPlay {
  /** How they went; while they are played anew, how they went before; null where that is not known, or the draft cannot run. */
  readonly played: PlayedStories | null;
  /** How many of how many were played; null while nothing is. */
  readonly progress: { readonly done: number; readonly count: number } | null;
  /** They were stopped by hand, or took too long. */
  readonly isStopped: boolean;
  readonly cancel: () => void;
  readonly again: () => void;
}

/** What is known of the stories of one draft, asked for once. */
interface Told {
  readonly definition: ProcessDefinition;
  readonly turn: number;
  readonly done: number;
  readonly isOver: boolean;
  readonly isStopped: boolean;
}

/** Has the stories of a draft played whenever it has changed; `schemas` null while they are not known. */
export const useStories = (definition: ProcessDefinition, schemas: readonly RecordSchema[] | null): StoriesAtPlay => {
  const count = definition.stories?.length ?? 0;
  const [turn, setTurn] = useState(0);
  const [told, tell] = useState<Told | null>(null);
  const [played, setPlayed] = useState<PlayedStories | null>(null);
  const asking = useRef(new AbortController());
  useEffect(() => {
    if (schemas === null) return undefined;
    const own = new AbortController();
    let isNewest = true;
    asking.current = own;
    const onProgress = (done: number) => isNewest && tell({ definition, turn, done, isOver: false, isStopped: false });
    void theStoriesDesk.play({ definition, schemas }, { onProgress, signal: own.signal }).then((answer) => {
      if (!isNewest) return;
      tell({ definition, turn, done: 0, isOver: true, isStopped: answer === "stopped" });
      if (answer !== "stopped") setPlayed(answer);
    });
    return () => {
      isNewest = false;
    };
  }, [definition, schemas, turn]);
  const cancel = useCallback(() => asking.current.abort(), []);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  const now = told?.definition === definition && told.turn === turn ? told : null;
  const isPlaying = schemas !== null && now?.isOver !== true;
  return {
    played,
    progress: isPlaying ? { done: now?.done ?? 0, count } : null,
    isStopped: now?.isStopped ?? false,
    cancel,
    again,
  };
};
