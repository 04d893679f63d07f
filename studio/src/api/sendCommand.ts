import { client } from "./client.ts";
import { commandIdOf, forgetCommand } from "./commandIds.ts";
import { isBusy, isSignedOut, isUnanswered } from "./problemsOf.ts";
import type { CommandInput, CommandPath, OutputOf } from "./surface.ts";

const pausesInMs = [500, 1_500, 4_000];
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Sends a command and stays with it until it is answered or the pauses are used up. Where others were in the way it is tried
 * again before anybody is bothered with it.
 *
 * A lost answer is not a refusal: the same id is repeated. When even the last repeat stays unanswered the id is kept, so
 * pressing again (or reloading) asks after the same command. An ended session keeps it too.
 */
export const sendCommand = async <Path extends CommandPath>(
  path: Path,
  input: CommandInput<Path>,
): Promise<OutputOf<Path>> => {
  const commandId = commandIdOf(path, input);
  for (let attempt = 0; ; attempt += 1) {
    try {
      const answer = (await client.mutation(path, { ...input, commandId })) as OutputOf<Path>;
      forgetCommand(commandId);
      return answer;
    } catch (error) {
      const pauseInMs = pausesInMs[attempt];
      if (!isUnanswered(error) && !isSignedOut(error)) forgetCommand(commandId);
      if (!(isUnanswered(error) || isBusy(error)) || pauseInMs === undefined) throw error;
      await pause(pauseInMs);
    }
  }
};
