import type { LocalText } from "@sluice/problems";
import { endingNamed, type ProcessDefinition } from "@sluice/process";

const OWN_WORDS = ["won", "lost", "done", "void", "cancelled", "error"] as const;
type Ending = (typeof OWN_WORDS)[number];

const tones = { won: "ok", done: "ok", lost: "error", error: "error", void: "plain", cancelled: "plain" } as const;

interface ShownEnding {
  /** What whoever drew the process calls it; null where nobody named it. */
  readonly name: LocalText | null;
  /** The general word for it; null for an outcome of the process's own. */
  readonly word: Ending | null;
  readonly tone: "ok" | "error" | "plain";
}

const isEnding = (outcome: string): outcome is Ending => OWN_WORDS.some((word) => word === outcome);

/** How a case ended, by the name of the final stage it rests in, else of the end that carries its outcome, else in a general word. */
export const endingOf = (
  { nodes }: Pick<ProcessDefinition, "nodes">,
  { outcome, stageKey }: { readonly outcome: string; readonly stageKey: string | null },
): ShownEnding => {
  const word = isEnding(outcome) ? outcome : null;
  return {
    name: endingNamed({ nodes }, { outcome, stageKey }),
    word,
    tone: word === null ? "plain" : tones[word],
  };
};
