import { assumptionFor, type ProcessDefinition } from "@sluice/process";
import { findNode } from "../../canvas/model/elements.ts";
import { type Sayings, textIn } from "../../canvas/sayings/sayings.ts";
import type { WhatIf } from "./useWhatIf.ts";

/** A step that nobody was ever asked at: what may come of it, and what is taken to. */
export interface Assumable {
  readonly node: string;
  readonly name: string;
  readonly results: readonly { readonly key: string; readonly label: string }[];
  readonly result: string;
  readonly workingMinutes: number;
}

const resultsOf = (
  definition: ProcessDefinition,
  node: string,
  { sayings, verdict }: { readonly sayings: Sayings; readonly verdict: (key: string) => string },
): Assumable["results"] => {
  const drawn = findNode(definition, node);
  if (drawn?.kind === "approval") return ["approve", "reject"].map((key) => ({ key, label: verdict(key) }));
  if (drawn?.kind === "task")
    return drawn.outcomes.map(({ key, name }) => ({ key, label: textIn(sayings, name) || key }));
  if (drawn?.kind === "stage")
    return drawn.moves
      .filter(({ trigger }) => trigger.by === "person")
      .map(({ id, name }) => ({ key: id, label: textIn(sayings, name) || id }));
  return [];
};

/** The steps of a draft at which a what-if had to assume what people would do. */
export const assumableIn = (
  definition: ProcessDefinition,
  whatIf: WhatIf | null,
  words: { readonly sayings: Sayings; readonly verdict: (key: string) => string },
): readonly Assumable[] =>
  (whatIf?.summary?.drawn ?? []).flatMap(({ node, from }): readonly Assumable[] => {
    const drawn = findNode(definition, node);
    const results = from === "assumed" && drawn ? resultsOf(definition, node, words) : [];
    if (drawn === null || results.length === 0) return [];
    const assumed = assumptionFor(drawn, drawn.kind);
    return assumed === null ? [] : [{ node, name: textIn(words.sayings, drawn.name) || node, results, ...assumed }];
  });
