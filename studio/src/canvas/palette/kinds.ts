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

export const dragKind = (event: DragEvent, kind: NodeKind): void => {
  event.dataTransfer.setData(dragType, kind);
  event.dataTransfer.effectAllowed = "copy";
};

/** The kind that is being dropped, or null when something else is. */
export const draggedKind = (event: DragEvent): NodeKind | null => {
  const kind = event.dataTransfer.getData(dragType);
  return kindGroups.some((group) => group.kinds.some((each) => each === kind)) ? (kind as NodeKind) : null;
};
