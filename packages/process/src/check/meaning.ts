import type { LocalText } from "@sluice/problems";
import type { FindingDetail } from "./findingDetail.ts";

/** A name longer than this is not repeated. */
const LONGEST = 200;

/** Asks back for what was meant. */
export const didYouMean = (said: string): LocalText => ({ en: `Did you mean ${said}?`, zh: `是否应为 ${said}？` });

/** What a finding about a name knows besides: the name as it is written, and the one that was meant, where one is near. */
export const meaning = (
  written: string,
  meant: string | null,
): { readonly fix?: LocalText; readonly detail: FindingDetail } => {
  if (written.length > LONGEST) return { detail: {} };
  return meant === null
    ? { detail: { written } }
    : { fix: didYouMean(`“${meant}”`), detail: { written, meant: [meant] } };
};
