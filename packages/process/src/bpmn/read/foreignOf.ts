import { FOREIGN_LIMITS, type Foreign, type ForeignElement } from "../../definition/foreign.ts";
import { NAMESPACES } from "../vocabulary.ts";
import { legalText } from "../xmlNode.ts";
import { childrenIn, foreignExtensionsOf, isElement, textIn, type Element } from "./element.ts";
import type { UnmappedList } from "./unmapped.ts";

const NAME = /^[A-Za-z_][\w.-]*:[A-Za-z_][\w.-]*$/;
const ATTRIBUTE = /^[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?$/;
const KEPT_CHARACTERS = 500_000;

const ours = new Set<string>(Object.values(NAMESPACES));

/** Keeps what other tools wrote beside what is read, for the way back; what is too much for that is listed. */
export class ForeignKeeper {
  readonly #namespaces: Record<string, string> = {};
  readonly #places: Foreign["places"] = [];
  #characters = 0;
  readonly #list: UnmappedList;

  constructor(definitions: Element, list: UnmappedList) {
    this.#list = list;
    for (const [name, value] of Object.entries((definitions["$attrs"] ?? {}) as Record<string, unknown>))
      if (name.startsWith("xmlns:") && typeof value === "string") this.#declare(name.slice(6), value);
  }

  /** Keeps what stands on an element, under the id of what it became. */
  keep(element: Element, of: string): void {
    const attributes = Object.fromEntries(
      Object.entries((element["$attrs"] ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
        NAME.test(name) && !/^(?:xmlns|xsi|sluice):/.test(name) && typeof value === "string"
          ? [[name, legalText(value)]]
          : [],
      ),
    );
    const extensions = foreignExtensionsOf(element);
    if (extensions.length === 0 && Object.keys(attributes).length === 0) return;
    const elements = extensions.flatMap((it) => this.#copied(it, 0) ?? []);
    this.#characters += JSON.stringify([attributes, elements]).length;
    const tooMuch = this.#characters > KEPT_CHARACTERS || this.#places.length >= FOREIGN_LIMITS.places;
    if (tooMuch || elements.length < extensions.length)
      this.#list.add(element, "Not all settings of the other tool could be kept.", "其他工具的设置未能全部保留。");
    if (!tooMuch)
      this.#places.push({ of, attributes, elements: elements as unknown as Foreign["places"][number]["elements"] });
  }

  get kept(): Foreign | undefined {
    if (this.#places.length === 0) return undefined;
    const used = JSON.stringify(this.#places);
    const namespaces = Object.entries(this.#namespaces).filter(([prefix]) => used.includes(`"${prefix}:`));
    return {
      namespaces: Object.fromEntries(namespaces.toSorted(([a], [b]) => (a < b ? -1 : 1))),
      places: this.#places.toSorted((a, b) => (a.of < b.of ? -1 : 1)),
    };
  }

  #declare(prefix: string, uri: string): void {
    if (ours.has(uri) || !ATTRIBUTE.test(prefix) || Object.keys(this.#namespaces).length >= FOREIGN_LIMITS.namespaces)
      return;
    this.#namespaces[prefix] ??= legalText(uri).slice(0, 500);
  }

  #copied(element: Element, depth: number): ForeignElement | null {
    if (depth > FOREIGN_LIMITS.depth || !NAME.test(element.$type)) return null;
    const { ns } = (element["$descriptor"] ?? {}) as {
      readonly ns?: { readonly prefix?: unknown; readonly uri?: unknown };
    };
    if (typeof ns?.prefix === "string" && typeof ns.uri === "string") this.#declare(ns.prefix, ns.uri);
    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries(element)) {
      if (name.startsWith("$") || !ATTRIBUTE.test(name) || name.startsWith("xmlns")) continue;
      if (typeof value === "string") attributes[name] = legalText(value);
      else if (isElement(value)) return null;
    }
    const text = legalText(textIn(element, "$body"));
    const children = childrenIn(element, "$children").map((child) => this.#copied(child, depth + 1));
    if (children.some((child) => child === null)) return null;
    return {
      name: element.$type,
      attributes,
      ...(text.trim() === "" ? {} : { text }),
      children: children as ForeignElement[],
    };
  }
}
