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
  /** Whether it is drawn from how the same people decide elsewhere, unless an admin says otherwise. */
  readonly isKnownElsewhere: boolean;
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

/** The steps of a draft at which a what-if had no history to draw from. */
export const assumableIn = (
  definition: ProcessDefinition,
  whatIf: WhatIf | null,
  words: { readonly sayings: Sayings; readonly verdict: (key: string) => string },
): readonly Assumable[] => {
  const drawn = whatIf?.summary?.drawn ?? [];
  const nodes = [...new Set(drawn.flatMap(({ node, from }) => (from === "learnt" ? [] : [node])))];
  return nodes.flatMap((id): readonly Assumable[] => {
    const node = findNode(definition, id);
    const results = resultsOf(definition, id, words);
    const assumed = node === null || results.length === 0 ? null : assumptionFor(node, node.kind);
    if (node === null || assumed === null) return [];
    const isKnownElsewhere = node.kind === "approval" && drawn.some((it) => it.node === id && it.from === "elsewhere");
    return [{ node: id, name: textIn(words.sayings, node.name) || id, results, ...assumed, isKnownElsewhere }];
  });
};
