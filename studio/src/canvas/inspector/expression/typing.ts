import type { Suggestions } from "@sluice/process";
import type { Sayings } from "../../sayings/sayings.ts";
import type { CanvasStore } from "../../store/canvasStore.ts";

/** What is written: an expression, a line with fields in it, or a text of many lines with fields in it. */
export type Written = "expression" | "line" | "text";

/** What the text box needs of the screen around it, as it is at the moment. */
export interface Typing {
  readonly written: Written;
  /** What may be written at a place of the text. */
  readonly suggest: (text: string, cursor: number) => Suggestions;
  /** Whether it may become this text: every kind has its limit. */
  readonly isAllowed: (text: string) => boolean;
  readonly sayings: Sayings;
  readonly onChange: (text: string) => void;
  readonly store: CanvasStore;
}
