import type { LocalText } from "@sluice/problems";

/** A card of a record's page: its name and the fields in it, in their order. */
export interface LayoutSection {
  readonly title: LocalText;
  readonly fields: readonly string[];
}

/**
 * How the fields of a record type stand on its page and in the form for a new one.
 *
 * What is named nowhere (a field that was added since) stands in the last section. Hiding is not protecting: who may see a field
 * is for the rights to say.
 */
export interface Layout {
  readonly sections: readonly LayoutSection[];
  readonly hidden: readonly string[];
}

/** The most sections that a layout may have. */
export const MOST_SECTIONS = 20;
