import type { QueryClient } from "@tanstack/react-query";
import { client } from "./client.ts";
import { forgetCommand, unansweredCommands } from "./commandIds.ts";
import { isSignedOut, isUnanswered } from "./problemsOf.ts";

/** Asks after every command that a reload cut off. Answers how many turned out done; refused ones are for the person to redo. */
export const resumeCommands = async (queries: QueryClient): Promise<number> => {
  let answered = 0;
  for (const { commandId, path, input } of unansweredCommands()) {
    try {
      await client.mutation(path, { ...(input as object), commandId });
      forgetCommand(commandId);
      answered += 1;
    } catch (error) {
      if (!isUnanswered(error) && !isSignedOut(error)) forgetCommand(commandId);
    }
  }
  if (answered > 0) await queries.invalidateQueries();
  return answered;
};
