import type { LocalText } from "@sluice/problems";
import type { ProcessDefinition } from "@sluice/process";
import { processKey } from "./processKey.ts";

/**
 * What a process taken from another one is called: its own name and key where they are free and nobody typed another, so that a
 * template keeps both its languages; else what was typed, in both, under a key made of it.
 */
export const nameOfCopy = (
  from: Pick<ProcessDefinition, "key" | "name" | "recordType">,
  typed: string,
  language: keyof LocalText,
  takenKeys: readonly string[],
): { readonly key: string; readonly name: LocalText } =>
  typed === from.name[language] && !takenKeys.includes(from.key)
    ? { key: from.key, name: from.name }
    : { key: processKey(typed, from.recordType, takenKeys), name: { en: typed, zh: typed } };
