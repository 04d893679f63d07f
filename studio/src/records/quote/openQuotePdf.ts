import type { ShownProblem } from "../../api/shapes.ts";
import { i18n } from "../../i18n/i18n.ts";

/** Opens the printed quote in a new tab; answers why not when the door refuses. */
export const openQuotePdf = async (quoteId: string): Promise<readonly ShownProblem[]> => {
  const url = `/files/quotes/${quoteId}.pdf?language=${i18n.language === "zh" ? "zh" : "en"}`;
  const asked = new AbortController();
  const answer = await fetch(url, { headers: { "x-sluice-language": i18n.language }, signal: asked.signal });
  if (answer.ok) {
    asked.abort();
    window.open(url, "_blank", "noopener");
    return [];
  }
  const body = (await answer.json().catch(() => ({}))) as Partial<ShownProblem> & {
    readonly problems?: readonly ShownProblem[];
  };
  return body.problems ?? [{ code: "BUSY", message: body.message ?? answer.statusText, values: {}, whoCanClear: [] }];
};
