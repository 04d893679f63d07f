import type { Plan, PlayedMoment, ProcessDefinition, StoryEvent } from "@sluice/process";
import { playStory } from "@sluice/process";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Say } from "../canvas/sayings/sayings.ts";
import { useSayings } from "../canvas/sayings/useSayings.ts";
import { happened, lookedAt, type Run } from "./run.ts";
import type { RunWords } from "./runWords.ts";

/** A run as it is looked at: every moment of it, the one that stands now, and what can be done. */
export interface OpenRun {
  readonly definition: ProcessDefinition;
  readonly plan: Plan;
  readonly run: Run;
  readonly moments: readonly PlayedMoment[];
  readonly now: PlayedMoment;
  readonly words: RunWords;
  readonly change: (run: Run) => void;
  readonly happen: (event: StoryEvent) => void;
  readonly goTo: (at: number) => void;
}

interface Question {
  readonly definition: ProcessDefinition;
  readonly plan: Plan;
  readonly run: Run;
  readonly onRun: (run: Run) => void;
}

/** Plays a run whole whenever it or the draft changes: the kernel is quick, and stepping back costs nothing then. */
export const useRun = ({ definition, plan, run, onRun }: Question): OpenRun | null => {
  const sayings = useSayings();
  const { t } = useTranslation("testRun");
  const { names } = sayings.catalogue;
  const { moments } = useMemo(() => playStory(plan, run.story, { names }), [plan, run.story, names]);
  const words = useMemo(
    (): RunWords => ({ say: t as unknown as Say, sayings, story: run.story }),
    [t, sayings, run.story],
  );
  const now = moments[Math.min(run.at, moments.length - 1)];
  if (!now) return null;
  return {
    definition,
    plan,
    run,
    moments,
    now,
    words,
    change: onRun,
    happen: (event) => onRun(happened(run, event)),
    goTo: (at) => onRun(lookedAt(run, at)),
  };
};
