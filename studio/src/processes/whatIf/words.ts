import { endingNamed, outcomeNamed, type ProcessDefinition } from "@sluice/process";
import type { TFunction } from "i18next";
import { findNode } from "../../canvas/model/elements.ts";
import { plainWords } from "../../canvas/sayings/plainWords.ts";
import { fieldAt, fieldLabel, type Sayings, textIn } from "../../canvas/sayings/sayings.ts";
import type { WhatIf, WhatIfCase, WhatIfWay } from "./useWhatIf.ts";

type Say = TFunction<"whatIf">;
type Entry = WhatIfWay["path"][number];

/** What the words of a what-if are made from. */
export interface Words {
  readonly t: Say;
  readonly sayings: Sayings;
  readonly definition: ProcessDefinition;
  readonly nodes: WhatIf["nodes"];
}

export const nodeName = ({ sayings, nodes }: Pick<Words, "sayings" | "nodes">, id: string | null): string =>
  id === null ? "" : textIn(sayings, nodes[id]) || id;

const OUTCOMES = ["won", "lost", "done", "void", "cancelled", "error"] as const;
const VERDICTS = [
  "approve",
  "reject",
  "sendBack",
  "resubmit",
  "withdraw",
  "transfer",
  "delegate",
  "addSigner",
  "removeSigner",
  "reclaim",
  "done",
] as const;

/** What an outcome is called: the process's own as the end that carries it. */
export const outcomeName = ({ t, sayings, definition }: Omit<Words, "nodes">, outcome: string | null): string => {
  if (outcome === null) return t("outcome.none");
  const known = OUTCOMES.find((each) => each === outcome);
  return known === undefined
    ? textIn(sayings, endingNamed(definition, { outcome }) ?? undefined) || outcome
    : t(`outcome.${known}`);
};

/** What a verdict is called: the task's own outcomes as they were drawn. */
export const verdictName = (
  { t, sayings, definition }: Omit<Words, "nodes">,
  node: string | null,
  verdict: string,
): string => {
  const own = node === null ? undefined : outcomeNamed(findNode(definition, node), verdict);
  if (own !== undefined) return textIn(sayings, own);
  const known = VERDICTS.find((each) => each === verdict);
  return known === undefined ? verdict : t(`verdict.${known}`);
};

/** One thing of a case's way as it is read. */
export const entryWords = (words: Words, { kind, node, result }: Entry): string => {
  const { t } = words;
  const name = nodeName(words, node);
  if (kind === "end") return t("entry.end", { result: outcomeName(words, result) });
  if (kind === "verdict") return t("entry.verdict", { node: name, result: verdictName(words, node, result ?? "") });
  return t(`entry.${kind}`, { node: name });
};

/** How a way ends, or where it stands for ever. */
export const endWords = (words: Words, { isEnded, outcome, stage }: WhatIfWay["end"]): string => {
  if (isEnded) return outcomeName(words, outcome);
  return stage === null ? words.t("stillOpen") : words.t("openAt", { stage: nodeName(words, stage) });
};

/** Why a case cannot be compared. */
export const reasonWords = (
  { t, sayings }: Pick<Words, "t" | "sayings">,
  { about, name }: NonNullable<WhatIfCase["why"]>,
): string => {
  const rule = sayings.catalogue.rules.find(({ key }) => key === name)?.label;
  const said = about === "field" && name !== null ? fieldLabel(sayings, name) : textIn(sayings, rule) || (name ?? "");
  return t(`about.${about}`, { name: said });
};

/** The fields that were looked at where two ways part, as they stood then. What is no field of the record is left out. */
export const sawWords = (
  { t, sayings }: Pick<Words, "t" | "sayings">,
  saw: NonNullable<WhatIfCase["ways"]>["saw"],
): string =>
  Object.entries(saw)
    .flatMap(([path, value]) => {
      const field = fieldAt(sayings, path);
      if (field === null || value === null || typeof value === "object" || field.type === "reference") return [];
      return [
        t("value", { field: fieldLabel(sayings, path), value: plainWords(sayings, path, value) ?? String(value) }),
      ];
    })
    .join(t("and"));
