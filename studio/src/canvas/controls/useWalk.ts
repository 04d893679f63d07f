import { useCallback, useEffect, useState } from "react";
import { useCanvas, useCanvasStore } from "../store/canvasContext.ts";
import { walkAt } from "../store/walk.ts";

const PAUSE_MS = 1_600;

/** Plays the watched way step by step, by itself or by hand; it stops at its end and whenever somebody steps by hand. */
export const useWalk = () => {
  const store = useCanvasStore();
  const at = useCanvas(({ walk }) => walk?.at ?? 0);
  const count = useCanvas(({ walk }) => walk?.steps.length ?? 0);
  const [wantsPlay, setPlaying] = useState(false);
  const isPlaying = wantsPlay && at < count - 1;
  const goTo = useCallback(
    (next: number) => {
      const { walk, set } = store.getState();
      if (walk && next >= 0 && next < walk.steps.length) set(walkAt(walk, next));
    },
    [store],
  );
  useEffect(() => {
    if (!isPlaying) return;
    const timer = window.setTimeout(() => goTo(at + 1), PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [isPlaying, at, goTo]);
  return {
    at,
    count,
    isPlaying,
    step: (by: number) => {
      setPlaying(false);
      goTo(at + by);
    },
    jump: (to: number) => {
      setPlaying(false);
      goTo(to);
    },
    play: () => {
      if (isPlaying) return setPlaying(false);
      if (at >= count - 1) goTo(0);
      setPlaying(true);
    },
  };
};
