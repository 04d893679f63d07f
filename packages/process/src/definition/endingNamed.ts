import type { LocalText } from "@sluice/problems";
import type { Node } from "./node.ts";

/**
 * What whoever drew a process calls an ending: the name of the final stage that the case rests in, where it is known, else of the
 * end that carries the outcome; null where nobody named it.
 */
export const endingNamed = (
  { nodes }: { readonly nodes: readonly Node[] },
  { outcome, stageKey = null }: { readonly outcome: string | null; readonly stageKey?: string | null },
): LocalText | null => {
  if (outcome === null) return null;
  const stage = nodes.find((node) => node.kind === "stage" && node.key === stageKey && node.final === outcome);
  return (stage ?? nodes.find((node) => node.kind === "end" && node.outcome === outcome))?.name ?? null;
};
