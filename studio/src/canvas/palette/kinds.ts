import type { LocalText } from "@sluice/problems";
import type { NodeKind } from "@sluice/process";
import type { DragEvent } from "react";
import { canvas as en } from "../../i18n/en/canvas.ts";
import { canvas as zh } from "../../i18n/zh/canvas.ts";

/** All kinds in the five groups of the palette. */
export const kindGroups = [
  { key: "structure", kinds: ["stage", "start", "end"] },
  { key: "people", kinds: ["task", "approval", "cc", "assign"] },
  { key: "flow", kinds: ["guard", "branch", "parallel", "join"] },
  { key: "time", kinds: ["timer", "message", "race"] },
  { key: "system", kinds: ["action", "subprocess"] },
] as const satisfies readonly { key: string; kinds: readonly NodeKind[] }[];

/** What a new step is called until someone names it: in both languages, because the definition keeps both. */
export const nameOfKind = (kind: NodeKind): { en: string; zh: string } => ({
  en: en.kind[kind].name,
  zh: zh.kind[kind].name,
});

const dragType = "application/x-sluice-kind";

/** What the palette offers: a kind of step, or one of the actions, called as it is in both languages. */
export interface Offer {
  readonly kind: NodeKind;
  readonly block?: string;
  readonly called: LocalText;
}

export const dragOffer = (event: DragEvent, { kind, block, called }: Offer): void => {
  event.dataTransfer.setData(dragType, JSON.stringify({ kind, block, called }));
  event.dataTransfer.effectAllowed = "copy";
};

/** What is being dropped, or null when it is nothing of the palette. */
export const draggedOffer = (event: DragEvent): Offer | null => {
  const text = event.dataTransfer.getData(dragType);
  try {
    const offer = JSON.parse(text) as Offer;
    return kindGroups.some(({ kinds }) => kinds.some((kind) => kind === offer.kind)) ? offer : null;
  } catch {
    return null;
  }
};
