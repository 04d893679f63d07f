import type { LocalText } from "@sluice/problems";
import type { RecordSchema } from "../field/recordSchema.ts";
import type { Layout } from "./layout.ts";
import { isNeeded } from "./readLayout.ts";

/** A card as it is drawn; without a name of its own it is the usual one. */
export interface ShownSection {
  readonly title: LocalText | null;
  readonly paths: readonly string[];
}

/**
 * The cards of a page by its layout, of the fields that the page has at all, in their usual order. Pure.
 *
 * No field gets lost: what the layout does not name stands in the last card, and a field that must be filled in is shown though
 * it was hidden before it had to be. Cards without a field are left out.
 */
export const sectionsOf = (
  schema: RecordSchema,
  layout: Layout | null,
  usual: readonly string[],
): readonly ShownSection[] => {
  if (layout === null || layout.sections.length === 0) return [{ title: null, paths: usual }];
  const hidden = new Set(layout.hidden.filter((path) => !isNeeded(schema.fields[path])));
  const named = new Set(layout.sections.flatMap(({ fields }) => fields));
  const others = usual.filter((path) => !named.has(path) && !hidden.has(path));
  const last = layout.sections.length - 1;
  return layout.sections
    .map(({ title, fields }, at) => ({
      title,
      paths: [...fields.filter((path) => usual.includes(path) && !hidden.has(path)), ...(at === last ? others : [])],
    }))
    .filter(({ paths }) => paths.length > 0);
};
