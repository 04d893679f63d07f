import { NAMESPACES } from "../vocabulary.ts";

/** An element as the BPMN library gives it. Every property of it is unverified. */
export interface Element {
  readonly $type: string;
  readonly $parent?: Element;
  readonly [key: string]: unknown;
}

export const isElement = (value: unknown): value is Element =>
  typeof value === "object" && value !== null && typeof (value as Element).$type === "string";
export const childrenIn = (element: Element, key: string): readonly Element[] => {
  const value = element[key];
  return Array.isArray(value) ? value.filter(isElement) : [];
};
export const childIn = (element: Element, key: string): Element | undefined => {
  const value = element[key];
  return isElement(value) ? value : undefined;
};
export const textIn = (element: Element | undefined, key: string): string => {
  const value = element?.[key];
  return typeof value === "string" ? value : "";
};
/** The kind without its prefix: `userTask`. */
export const kindOf = ({ $type }: Element): string => {
  const name = $type.slice($type.indexOf(":") + 1);
  return name.charAt(0).toLowerCase() + name.slice(1);
};

const uriOf = (element: Element): string => {
  const { ns } = (element["$descriptor"] ?? {}) as { readonly ns?: { readonly uri?: unknown } };
  return typeof ns?.uri === "string" ? ns.uri : "";
};
const isOurs = (element: Element): boolean =>
  uriOf(element) === NAMESPACES.sluice || element.$type.startsWith("sluice:");

const extensionsOf = (element: Element): readonly Element[] => {
  const holder = childIn(element, "extensionElements");
  return holder ? childrenIn(holder, "values") : [];
};
export const foreignExtensionsOf = (element: Element): readonly Element[] =>
  extensionsOf(element).filter((it) => !isOurs(it));

export interface OwnSettings {
  readonly at: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** What of ours an element carries: settings, the mark of what only BPMN needs, or nothing that can be read. */
export const ownOf = (element: Element): OwnSettings | "onlyBpmn" | "broken" | null => {
  const own = extensionsOf(element).find(isOurs);
  if (!own) return null;
  if (own.$type.endsWith(":only")) return "onlyBpmn";
  try {
    const value: unknown = JSON.parse(textIn(own, "$body"));
    if (typeof value !== "object" || value === null || Array.isArray(value)) return "broken";
    return { at: textIn(own, "at"), value: value as OwnSettings["value"] };
  } catch {
    return "broken";
  }
};
