import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useLanguage } from "../i18n/useLanguage.ts";
import { sessionEnded } from "../signIn/sessionState.ts";
import { onceAtATime } from "./onceAtATime.ts";
import { isSignedOut, problemsOf } from "./problemsOf.ts";
import { sendCommand } from "./sendCommand.ts";
import type { ShownProblem } from "./shapes.ts";
import type { CommandInput, CommandPath, OutputOf } from "./surface.ts";

export interface CommandState<Path extends CommandPath> {
  /** Sends it. Answers the outcome, or null when it was refused (the reasons are in `problems` then) or is under way already. */
  readonly run: (input: CommandInput<Path>) => Promise<OutputOf<Path> | null>;
  readonly isRunning: boolean;
  readonly problems: readonly ShownProblem[];
  readonly clear: () => void;
}

/** A command as a screen uses it: `const move = useCommand("cases.move"); await move.run({ … })`. */
export const useCommand = <Path extends CommandPath>(path: Path): CommandState<Path> => {
  const queries = useQueryClient();
  const { language } = useLanguage();
  const mutation = useMutation<OutputOf<Path>, unknown, CommandInput<Path>>({
    mutationFn: (input) => sendCommand(path, input),
    onError: (error) => {
      if (isSignedOut(error)) sessionEnded();
      // What stands has moved on: show it as it is now, beside what was typed.
      if (
        problemsOf(error, language).some(
          (it) => it.code === "VERSION_CONFLICT" || it.code === "TASK_CLOSED" || it.code === "EVENT_NOT_APPLICABLE",
        )
      )
        void queries.invalidateQueries();
    },
    // The server's news says the same in a moment; the person who acted does not wait for it.
    onSuccess: () =>
      queries.invalidateQueries({ predicate: (query) => !String(query.queryKey[0]).startsWith("catalog.") }),
  });
  const underWay = useRef(new Set<string>());
  const run = async (input: CommandInput<Path>): Promise<OutputOf<Path> | null> => {
    try {
      return await onceAtATime(underWay.current, JSON.stringify(input), () => mutation.mutateAsync(input));
    } catch {
      return null;
    }
  };
  return {
    run,
    isRunning: mutation.isPending,
    // An ended session is said by the sign-in dialog over the page; once it is back there is nothing to say here.
    problems: mutation.error === null || isSignedOut(mutation.error) ? [] : problemsOf(mutation.error, language),
    clear: mutation.reset,
  };
};
