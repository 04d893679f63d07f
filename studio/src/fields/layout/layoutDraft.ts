import type { Layout, LayoutSection } from "@sluice/domain";

/** Where a field stands in a layout that is being edited: a section and a place in it, or among the hidden ones (section -1). */
export interface Place {
  readonly section: number;
  readonly at: number;
}

/** The section of the fields that are hidden. */
export const HIDDEN = -1;

const fieldsAt = (layout: Layout, section: number): readonly string[] =>
  section === HIDDEN ? layout.hidden : (layout.sections[section]?.fields ?? []);

const withFields = (layout: Layout, section: number, fields: readonly string[]): Layout =>
  section === HIDDEN
    ? { ...layout, hidden: fields }
    : { ...layout, sections: layout.sections.map((it, index) => (index === section ? { ...it, fields } : it)) };

/** Takes a field from one place to another. Pure; a place past the end is the end. */
export const moveField = (layout: Layout, from: Place, to: Place): Layout => {
  const path = fieldsAt(layout, from.section)[from.at];
  if (path === undefined) return layout;
  const without = withFields(
    layout,
    from.section,
    fieldsAt(layout, from.section).filter((_it, index) => index !== from.at),
  );
  const target = fieldsAt(without, to.section);
  const at = Math.max(0, Math.min(target.length, to.at));
  return withFields(without, to.section, [...target.slice(0, at), path, ...target.slice(at)]);
};

/** Where a key press takes a field: a step up or down, over the border into the section before or after. Pure. */
export const stepTo = (layout: Layout, from: Place, step: 1 | -1): Place => {
  const { length } = fieldsAt(layout, from.section);
  const at = from.at + step;
  if (at >= 0 && at < length) return { section: from.section, at };
  const section = from.section + step;
  if (section < 0 || section >= layout.sections.length) return from;
  return { section, at: step === 1 ? 0 : fieldsAt(layout, section).length };
};

/** Takes a section away; its fields stand in the one before it, or after it. Pure. The last one stays. */
export const removeSection = (layout: Layout, at: number): Layout => {
  const gone = layout.sections[at];
  if (gone === undefined || layout.sections.length < 2) return layout;
  const heir = at === 0 ? 1 : at - 1;
  const sections: readonly LayoutSection[] = layout.sections
    .map((it, index) => (index === heir ? { ...it, fields: [...it.fields, ...gone.fields] } : it))
    .filter((_it, index) => index !== at);
  return { ...layout, sections };
};

/** Takes a section one up. Pure. */
export const raiseSection = (layout: Layout, at: number): Layout => {
  const [one, other] = [layout.sections[at - 1], layout.sections[at]];
  if (one === undefined || other === undefined) return layout;
  return {
    ...layout,
    sections: layout.sections.map((it, index) => (index === at - 1 ? other : index === at ? one : it)),
  };
};
