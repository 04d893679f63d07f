import type { LocalText } from "@sluice/problems";
import type { Edge, Node, ProcessDefinition, Span } from "@sluice/process";
import type { fixes as words } from "../../i18n/en/fixes.ts";
import type { Edit } from "../model/edited.ts";
import type { Finding } from "../problems/finding.ts";

/** What a fix does, as its words are found. */
export type FixName = keyof (typeof words)["do"];

/** What the words of a fix name. */
export interface FixTold {
  /** The steps, stages or starts that it is about. */
  readonly steps?: readonly Pick<Node, "id" | "name">[];
  /** What is written or taken. */
  readonly text?: string | LocalText;
  readonly count?: number;
  readonly span?: Span;
  /** A way out of a step, as it is called on its wire. */
  readonly way?: Pick<Edge, "from" | "to" | "id" | "on">;
}

/** A fix that may be pressed: one edit that puts a finding right and takes nothing away that somebody needs. */
export interface PressableFix extends FixTold {
  readonly does: FixName;
  readonly edit: Edit;
}

/** The fixes of a finding of one kind, the likeliest first; none where what it is about is no longer there. Pure. */
export type Fixes = (definition: ProcessDefinition, finding: Finding) => readonly (PressableFix | null)[];

export const fix = (does: FixName, edit: Edit, told: FixTold = {}): PressableFix => ({ does, edit, ...told });
