import type { ProcessDefinition } from "@sluice/process";
import { controlWords } from "../controls/controlWords.ts";
import { stagesOf } from "../model/elements.ts";
import { type Sayings, textIn } from "../sayings/sayings.ts";
import { inReadingOrder } from "./inReadingOrder.ts";
import { nodeSentences } from "./nodeSentences.ts";
import { entrySentence, moveSentences, restsAfter, waySentence } from "./waySentences.ts";

/** One sentence; `element` is what it speaks of: the step itself, or one of its wires. */
export interface Sentence {
  readonly element: string;
  readonly text: string;
}

/** A step, a start or a move: its name, and what there is to say of it. */
export interface Paragraph {
  readonly element: string;
  readonly name: string;
  readonly says: readonly Sentence[];
}

/** A stage, or what stands before all stages (`stage` is null). */
export interface Chapter {
  readonly stage: string | null;
  readonly heading: string;
  readonly says: readonly Sentence[];
  readonly steps: readonly Paragraph[];
  readonly moves: readonly Paragraph[];
}

export interface ToldProcess {
  readonly chapters: readonly Chapter[];
  /** The control points. */
  readonly always: readonly string[];
}

/** A whole process as sentences in the reader's language: every node, wire and move says itself once, stages as headings. */
export const processSentences = (sayings: Sayings, definition: ProcessDefinition): ToldProcess => {
  const own = (element: string, texts: readonly string[]): Sentence[] => texts.map((text) => ({ element, text }));
  const waysOf = (id: string): Sentence[] =>
    definition.edges
      .filter(({ from }) => from === id)
      .map((edge) => ({ element: edge.id, text: waySentence(sayings, definition, edge) }));
  const starts = definition.nodes.filter((node) => node.kind === "start");
  const begins: Chapter[] =
    starts.length === 0
      ? []
      : [
          {
            stage: null,
            heading: sayings.say("sentences.begins"),
            says: [],
            steps: starts.map((node) => ({
              element: node.id,
              name: textIn(sayings, node.name) || node.id,
              says: [...own(node.id, nodeSentences(sayings, node)), ...waysOf(node.id)],
            })),
            moves: [],
          },
        ];
  const stages = stagesOf(definition).map((stage): Chapter => ({
    stage: stage.id,
    heading: textIn(sayings, stage.name) || stage.id,
    says: own(stage.id, [...entrySentence(sayings, definition, stage), ...nodeSentences(sayings, stage)]),
    steps: inReadingOrder(definition, stage.id, stage.entry).map((node) => ({
      element: node.id,
      name: textIn(sayings, node.name) || node.id,
      says: [
        ...own(node.id, nodeSentences(sayings, node)),
        ...waysOf(node.id),
        ...own(node.id, restsAfter(sayings, definition, node)),
      ],
    })),
    moves: stage.moves.map((move) => ({
      element: move.id,
      name: textIn(sayings, move.name) || sayings.say("move.unnamed"),
      says: own(move.id, moveSentences(sayings, definition, move)),
    })),
  }));
  return {
    chapters: [...begins, ...stages],
    always: (definition.controls ?? []).map((control) => controlWords(sayings, definition, control)),
  };
};
