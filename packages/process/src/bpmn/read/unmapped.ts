import { kindOf, textIn, type Element } from "./element.ts";

/** Something in a file that has no place in the process: what, where, and why. */
export interface Unmapped {
  readonly element: string;
  readonly id: string | null;
  readonly name: string | null;
  readonly why: { readonly en: string; readonly zh: string };
}

/** More of them help nobody; the last one says how many there were. */
const LIMIT = 300;

/** Collects what could not be mapped, up to a limit that is told. */
export class UnmappedList {
  readonly #list: Unmapped[] = [];
  #count = 0;

  add(element: Element, en: string, zh: string): void {
    this.note({
      element: kindOf(element),
      id: textIn(element, "id") || null,
      name: textIn(element, "name") || null,
      why: { en, zh },
    });
  }

  note(unmapped: Unmapped): void {
    this.#count += 1;
    if (this.#list.length < LIMIT) this.#list.push(unmapped);
  }

  get all(): readonly Unmapped[] {
    const more = this.#count - this.#list.length;
    if (more === 0) return this.#list;
    const why = { en: `${more} more of the kind are not listed.`, zh: `另有${more}项未列出。` };
    return [...this.#list, { element: "", id: null, name: null, why }];
  }
}
