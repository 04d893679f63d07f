import type { Language, Problem } from "@sluice/problems";
import type { ProcessDefinition } from "@sluice/process";
import type { ShownProblem } from "../refusals/shownProblem.ts";
import { textIn } from "../shape/textIn.ts";
import type { ShownMove } from "./caseShapes.ts";

interface Asked {
  readonly definition: ProcessDefinition;
  readonly stage: string | null;
  readonly openMoves: readonly { readonly move: string; readonly problems: readonly Problem[] }[];
}

/**
 * The moves of the stage a case is in, in the order they are drawn, each with what stands against it for its reader.
 *
 * A move that only the machine takes (a timer, a condition, a message) is shown as closed without problems: it opens by itself.
 */
export const shownMoves = async (
  { definition, stage, openMoves }: Asked,
  language: Language,
  show: (problems: readonly Problem[]) => Promise<readonly ShownProblem[]>,
): Promise<ShownMove[]> => {
  const found = definition.nodes.find((node) => node.id === stage);
  if (found === undefined || found.kind !== "stage") return [];
  return Promise.all(
    found.moves.map(async (move): Promise<ShownMove> => {
      const asked = openMoves.find((it) => it.move === move.id);
      return {
        id: move.id,
        name: textIn(move.name, language, move.id),
        tone: move.tone,
        reason: move.reason,
        form: move.form ?? [],
        by: move.trigger.by,
        open: asked !== undefined && asked.problems.length === 0,
        problems: [...(await show(asked?.problems ?? []))],
      };
    }),
  );
};
